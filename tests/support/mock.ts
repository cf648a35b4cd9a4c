/** A mock interview as a candidate goes through it. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { InterviewEvent } from '../../src/lib/interview/interview-event.ts';
import { tables } from './stored.ts';

export class Mock {
	readonly page: Page;
	readonly log: Locator;
	readonly question: Locator;
	readonly clock: Locator;
	readonly panes: Locator;

	constructor(page: Page) {
		this.page = page;
		this.log = page.getByRole('log', { name: 'Conversation' });
		this.question = page.getByRole('textbox', { name: 'Ask the interviewer' });
		this.clock = page.getByRole('button', { name: /^Clock/ });
		this.panes = page.getByRole('navigation', { name: 'Panes' });
	}

	/** From the setup into the interview; `choose` sets what is not to be as it stands. */
	async begin(
		query: string,
		choose: (page: Page) => Promise<void> = async () => {},
	): Promise<void> {
		await this.page.goto(`/mock/start?${query}`);
		const start = this.page.getByRole('button', { name: /^Start \d+ minutes$/ });
		await expect(start).toBeEnabled();
		await choose(this.page);
		await start.click();
		// One that is still open makes way.
		const instead = this.page.getByRole('button', { name: 'End it and start this one' });
		await expect(this.log.or(instead)).toBeVisible();
		if (await instead.isVisible()) await instead.click();
		await expect(this.log).toBeVisible();
	}

	async ask(text: string): Promise<void> {
		await this.question.fill(text);
		await this.question.press('Enter');
	}

	/** Opens a part of the pad. */
	async open(pane: string): Promise<void> {
		await this.page.getByRole('tab', { name: pane }).click();
	}

	/** What is left, in seconds. */
	async left(): Promise<number> {
		const [, minutes, seconds] = /(\d+):(\d\d)/.exec((await this.clock.textContent()) ?? '') ?? [];
		return Number(minutes) * 60 + Number(seconds);
	}

	/** Expects what is left, give or take the seconds that the test itself has taken. */
	async expectLeft(seconds: number, slack = 20): Promise<void> {
		await expect(async () => {
			const left = await this.left();
			expect(left).toBeLessThanOrEqual(seconds);
			expect(left).toBeGreaterThan(seconds - slack);
		}).toPass({ timeout: 5000 });
	}

	/** The facts that are stored, in their order. */
	async facts(): Promise<InterviewEvent[]> {
		const found = await tables(this.page, ['interviewEvents']);
		const events = found['interviewEvents'] as InterviewEvent[];
		return events.toSorted((a, b) => a.seq - b.seq);
	}

	/** The last stored text of a part of the pad. */
	async stored(pane: string): Promise<string | undefined> {
		const found = await tables(this.page, ['drafts']);
		const drafts = found['drafts'] as { pane: string; text: string }[];
		const draft = drafts.find((each) => each.pane === pane);
		if (draft) return draft.text;
		const pads = (await this.facts()).flatMap((fact) => (fact.kind === 'pad' ? [fact] : []));
		return pads.findLast((fact) => fact.pane === pane)?.text;
	}
}
