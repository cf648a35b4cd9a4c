/** Asks axe what is wrong with a page as it is. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axeCore from 'axe-core';
import { expect, type Page } from '@playwright/test';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on the page as it is, one line for each place. */
export async function violations(page: Page): Promise<string[]> {
	// A script tag would be refused by the policy of the page; the debugger is not bound by it.
	await page.evaluate((axe) => {
		if (!('axe' in window)) (0, eval)(axe);
	}, AXE);
	const { violations, passes } = await page.evaluate(async (tags) => {
		const { axe } = window as unknown as { axe: typeof axeCore };
		const found = await axe.run(document, {
			runOnly: tags,
			rules: { 'target-size': { enabled: true } },
		});
		return { violations: found.violations, passes: found.passes.map(({ id }) => id) };
	}, TAGS);
	expect(passes.length, 'rules that had something to judge').toBeGreaterThan(10);
	return violations.flatMap(({ id, nodes }) =>
		nodes.map(({ target, html, failureSummary }) => {
			const why = failureSummary?.split('\n').slice(1).join(' ').trim();
			return `${id}: ${target.join(' ')} ${html.slice(0, 120)} (${why})`;
		}),
	);
}
