/** Asks axe what is wrong with a page as it is. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axeCore from 'axe-core';
import { expect, type Page } from '@playwright/test';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on the page as it is, or in a part of it, one line for each place. */
export async function violations(page: Page, within?: string): Promise<string[]> {
	// A script tag would be refused by the policy of the page; the debugger is not bound by it.
	await page.evaluate((axe) => {
		if (!('axe' in window)) (0, eval)(axe);
	}, AXE);
	// A color on its way from one theme to the other is neither.
	await page.evaluate(async () => {
		const ends = ({ effect }: Animation) => effect?.getComputedTiming().endTime !== Infinity;
		const ending = document.getAnimations().filter(ends);
		await Promise.allSettled(ending.map(({ finished }) => finished));
	});
	const { violations, passes } = await page.evaluate(
		async ({ tags, within }) => {
			const { axe } = window as unknown as { axe: typeof axeCore };
			const options = { runOnly: tags, rules: { 'target-size': { enabled: true } } };
			const found = await axe.run(within ?? document, options);
			// A bar that stays in place covers whatever is scrolled half below it: what matters is its size in the open.
			for (const { id, nodes } of found.violations) {
				if (id !== 'target-size') continue;
				for (const node of [...nodes]) {
					if (!node.any.some(({ message }) => message.includes('obscured'))) continue;
					const selector = node.target.join(' ');
					document
						.querySelector(selector)
						?.scrollIntoView({ block: 'center', behavior: 'instant' });
					const again = await axe.run(selector, { runOnly: { type: 'rule', values: [id] } });
					if (again.violations.length === 0) nodes.splice(nodes.indexOf(node), 1);
				}
			}
			const violations = found.violations.filter(({ nodes }) => nodes.length > 0);
			return { violations, passes: found.passes.map(({ id }) => id) };
		},
		{ tags: TAGS, within },
	);
	expect(passes.length, 'rules that had something to judge').toBeGreaterThan(10);
	return violations.flatMap(({ id, nodes }) =>
		nodes.map(({ target, html, failureSummary }) => {
			const why = failureSummary?.split('\n').slice(1).join(' ').trim();
			return `${id}: ${target.join(' ')} ${html.slice(0, 120)} (${why})`;
		}),
	);
}
