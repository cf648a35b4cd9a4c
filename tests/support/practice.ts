/** A sitting at drills as a person goes through it, and the drill on the screen as the library draws it. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { DrillChunk } from '../../src/lib/content/library.ts';
import {
	instantiateDrill,
	type AskInstance,
	type DrillInstance,
} from '../../src/lib/estimation/drill-instance.ts';
import { index, libraryFile } from './catalog.ts';

export const drills = libraryFile<DrillChunk>(index.drills ?? '');

export class Practice {
	readonly page: Page;
	readonly drill: Locator;
	readonly answer: Locator;
	readonly echo: Locator;
	readonly verdict: Locator;
	readonly grades: Locator;

	constructor(page: Page) {
		this.page = page;
		this.drill = page.getByRole('article', { name: 'Drill' });
		this.answer = page.getByRole('textbox', { name: 'Your answer' });
		this.echo = this.drill.getByRole('status').first();
		this.verdict = page.getByRole('region', { name: 'Verdict' });
		this.grades = page.getByRole('group', { name: 'How well did you know it?' });
	}

	async open(query: string): Promise<void> {
		await this.page.goto(`/estimate/practice${query}`);
		await expect(this.answer).toBeVisible();
	}

	/** Types an answer and hands it in by keyboard; resolves when its verdict shows. */
	async give(text: string): Promise<void> {
		await this.answer.fill(text);
		await this.answer.press('Enter');
		await expect(this.verdict).toBeFocused();
	}

	/** The drill that is up, drawn again from the seed that the page keeps for a reload. */
	async drawn(): Promise<DrillInstance> {
		// The page keeps it when it is hidden.
		const text = await this.page.evaluate(() => {
			const hide = (state: string) => {
				Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
				document.dispatchEvent(new Event('visibilitychange'));
			};
			hide('hidden');
			hide('visible');
			return sessionStorage.getItem('onsite-running-drill');
		});
		const { drill, seed } = JSON.parse(text ?? '{}') as { drill: string; seed: string };
		const template = drills.find(({ id }) => id === drill);
		if (!template) throw new Error(`the catalog has no drill ${drill}`);
		return instantiateDrill(template, seed);
	}

	/** An answer to the first ask of the drill that is up: what is aimed at, times `factor`. */
	async answerTimes(factor: number): Promise<string> {
		const [ask] = (await this.drawn()).asks;
		if (!ask) throw new Error('the drill asks for nothing');
		return entryOf(missBy(ask, factor), ask.source.expect);
	}

	/** Answers every ask of the drill that is up with what is aimed at, times `factor`; without one it leaves them open. */
	async giveAll(factor?: number): Promise<void> {
		// Before that there is nothing to draw again.
		await expect(this.answer).toBeVisible();
		const { asks } = await this.drawn();
		for (const [at, ask] of asks.entries()) {
			if (at > 0) await this.page.getByRole('button', { name: /^Next question/ }).click();
			const { source } = ask;
			if (factor === undefined) await this.page.getByRole('button', { name: 'Show me' }).click();
			else await this.give(entryOf(missBy(ask, factor), source.expect));
			await expect(this.verdict).toBeFocused();
		}
		await expect(this.grades).toBeVisible();
	}

	grade(name: 'Again' | 'Hard' | 'Good' | 'Easy'): Locator {
		return this.grades.getByRole('button', { name: new RegExp(`^${name}`) });
	}
}

const UNITS = {
	...{ count: '', data: ' bytes', rate: '/s', 'data-rate': ' bytes/s', time: ' s' },
	...{ fraction: '', money: '', 'money-rate': '/s' },
} as const;

/** The number that is off by a factor; a share above 100 % would be asked back, so it is too small instead. */
function missBy({ source, target }: AskInstance, factor: number): number {
	const { value } = target.quantity;
	const off = value * factor;
	return source.expect === 'fraction' && off > 1 ? value / factor : off;
}

/** An amount in canonical units as an entry. */
export function entryOf(value: number, expect: keyof typeof UNITS): string {
	const money = expect === 'money' || expect === 'money-rate' ? '$' : '';
	return money + String(value) + UNITS[expect];
}
