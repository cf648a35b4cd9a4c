/** Puts interviews into the database of a page, as if they had been led there. */
import { expect, type Page } from '@playwright/test';
import { urlShortenerInterview, type InterviewFixture } from './interview.ts';

/** Keeps interviews; the app must have opened its database before. */
export async function keepInterviews(page: Page, ...fixtures: InterviewFixture[]): Promise<void> {
	const kept = fixtures.map(urlShortenerInterview);
	await page.evaluate(async (interviews) => {
		const done = <T>(request: IDBRequest<T>) =>
			new Promise<T>((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error);
			});
		const db = await done(indexedDB.open('onsite'));
		const transaction = db.transaction(['interviews', 'interviewEvents'], 'readwrite');
		const rows = transaction.objectStore('interviews');
		const facts = transaction.objectStore('interviewEvents');
		for (const { row, events } of interviews) {
			rows.put(row);
			for (const event of events) facts.put({ ...event, interview: row.id });
		}
		await new Promise((resolve, reject) => {
			transaction.oncomplete = resolve;
			transaction.onerror = () => reject(transaction.error);
		});
		db.close();
	}, kept);
}

/** The evaluation of an interview as a person goes through it. */
export class Evaluation {
	readonly page: Page;

	constructor(page: Page) {
		this.page = page;
	}

	async open(id = 'interview-1'): Promise<void> {
		await this.page.goto(`/mock/result?id=${id}`);
		await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible();
	}

	/** Guesses by keyboard, one key a dimension: 1 below mid, 2 mid, 3 senior, 4 staff. */
	async guess(keys: string): Promise<void> {
		await this.page.getByRole('group', { name: 'Scope' }).getByRole('radio').first().focus();
		await this.page.keyboard.type(keys);
		await expect(this.page.getByRole('button', { name: 'Go on to the evidence' })).toBeFocused();
		await this.page.keyboard.press('Enter');
		await expect(this.heading('What could be seen?')).toBeFocused();
	}

	heading(name: string | RegExp) {
		return this.page.getByRole('heading', { level: 1, name });
	}

	/** A line to tick, by its words. */
	line(words: string | RegExp) {
		return this.page.getByRole('button', { name: words, expanded: false });
	}

	/** Ticks a line and pins it to the place with these words. */
	async pin(words: string, place: string): Promise<void> {
		await this.page.getByRole('button', { name: `Not ticked: ${words}` }).click();
		const picker = this.page.getByRole('group', { name: `Where it can be seen: ${words}` });
		const choice = picker.getByRole('button', { name: place }).first();
		const all = picker.getByRole('button', { name: /^All \d+ places$/ });
		if (!(await choice.isVisible())) await all.click();
		await choice.click();
		await expect(
			this.page.getByRole('button', { name: `Ticked: ${words}`, exact: false }).last(),
		).toBeFocused();
	}

	async reveal(): Promise<void> {
		await this.page.getByRole('button', { name: 'Show the result' }).click();
		await expect(this.heading(/ on \d of \d/)).toBeFocused();
	}
}
