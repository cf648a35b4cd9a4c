/** A sitting of review as a person goes through it: what they see and what they press. */
import { expect, type Locator, type Page } from '@playwright/test';

export type GradeName = 'Again' | 'Hard' | 'Good' | 'Easy';
export const KEY_OF: Record<GradeName, string> = { Again: '1', Hard: '2', Good: '3', Easy: '4' };

export class Session {
	readonly page: Page;
	readonly card: Locator;
	readonly question: Locator;
	readonly answer: Locator;
	readonly reveal: Locator;
	readonly grades: Locator;
	readonly undo: Locator;

	constructor(page: Page) {
		this.page = page;
		this.card = page.getByRole('article', { name: 'Card' });
		this.question = page.getByRole('region', { name: 'Question' });
		this.answer = page.getByRole('region', { name: 'Answer' });
		this.reveal = page.getByRole('button', { name: 'Show answer' });
		this.undo = page.getByRole('banner').getByRole('button', { name: 'Undo' });
		this.grades = page.getByRole('group', { name: 'How well did you know it?' });
	}

	/** Goes straight to a session, past the first run. */
	async open(query = ''): Promise<void> {
		await this.page.goto(`review${query}`);
		await expect(this.reveal).toBeVisible();
	}

	/** Through the first run with what it suggests, to the first card. */
	async begin(url = '/'): Promise<void> {
		await this.page.goto(url);
		await this.page.getByRole('button', { name: 'Start with the first card' }).click();
		await expect(this.reveal).toBeVisible();
	}

	/** Leaves the session for Today. */
	async leave(): Promise<void> {
		await this.page.getByRole('button', { name: 'End session' }).click();
		await expect(this.page.getByRole('region', { name: "Today's review" })).toBeVisible();
	}

	grade(name: GradeName): Locator {
		return this.grades.getByRole('button', { name: new RegExp(`^${name}`) });
	}

	/** Stored answers of this sitting, as the page itself acknowledges them. */
	async done(): Promise<number> {
		return Number(await this.page.locator('[data-done]').getAttribute('data-done'));
	}

	async expectDone(count: number): Promise<void> {
		await expect(this.page.locator('[data-done]')).toHaveAttribute('data-done', String(count));
	}

	/** Answers the card that is up by keyboard; resolves when the answer is stored and the next thing shows. */
	async answerByKey(name: GradeName = 'Good'): Promise<void> {
		await expect(this.reveal).toBeVisible();
		const before = await this.done();
		await this.page.keyboard.press('Space');
		await expect(this.answer).toBeVisible();
		await this.page.keyboard.press(KEY_OF[name]);
		await this.expectDone(before + 1);
		await expect(this.grades).toBeHidden();
	}

	/** Answers Easy until a card of this kind is up, by the name that the screen gives it. */
	async answerUntil(kind: string): Promise<void> {
		const label = this.card.getByText(kind, { exact: true });
		for (let count = 0; count < 30; count += 1) {
			await expect(this.reveal).toBeVisible();
			if (await label.isVisible()) return;
			await this.answerByKey('Easy');
		}
		throw new Error(`no ${kind} card came up`);
	}

	/** The words of the question that is up. */
	async questionText(): Promise<string> {
		await expect(this.question).toBeVisible();
		return (await this.question.innerText()).trim();
	}

	async openMenu(item: string): Promise<void> {
		await this.page.getByRole('button', { name: 'More for this card' }).click();
		const menu = this.page.getByRole('dialog', { name: 'This card' });
		await menu.getByRole('button', { name: new RegExp(`^${item}`) }).click();
	}

	message(text: string | RegExp): Locator {
		return this.page.getByRole('status').getByText(text);
	}
}
