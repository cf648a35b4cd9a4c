/** What the browser's database holds, read past the app, as a witness that the app cannot mislead. */
import type { Page } from '@playwright/test';

/** Name of the app's database. */
const DATABASE = 'onsite';

export interface StoredReview {
	id: string;
	cardId: string;
	t: number;
	day: number;
	kind: string;
	grade: number;
	next: number;
	duration: number;
}

export interface StoredCard {
	id: string;
	/** Order among new cards. */
	position: number;
	phase: string;
	due: number;
	intraday: boolean;
	interval: number;
	reps: number;
	lastReview: string;
	suspended: boolean;
	buriedOn: number;
	flag: number;
}

export interface Stored {
	/** The log but for what was undone, oldest first. */
	reviews: StoredReview[];
	/** Ids of undone reviews. */
	undone: string[];
	cards: StoredCard[];
	/** Cards that were answered, marked or both. */
	touched: StoredCard[];
}

/** Every row of the given tables. Opens the version that there is and closes it at once. */
export async function tables(page: Page, names: string[]): Promise<Record<string, unknown[]>> {
	return page.evaluate(
		async ({ database, names }) => {
			const done = <T>(request: IDBRequest<T>) =>
				new Promise<T>((resolve, reject) => {
					request.onsuccess = () => resolve(request.result);
					request.onerror = () => reject(request.error);
				});
			const db = await done(indexedDB.open(database));
			const transaction = db.transaction(names);
			const rows = names.map((name) => done(transaction.objectStore(name).getAll()));
			const found = await Promise.all(rows);
			db.close();
			return Object.fromEntries(names.map((name, at) => [name, found[at] ?? []]));
		},
		{ database: DATABASE, names },
	);
}

/** Makes of the only wording of the person's own one that was made from an earlier release. */
export async function editedFromEarlier(
	page: Page,
	of: { front: string; back: string },
): Promise<void> {
	await page.evaluate(
		async ({ database, of }) => {
			const done = <T>(request: IDBRequest<T>) =>
				new Promise<T>((resolve, reject) => {
					request.onsuccess = () => resolve(request.result);
					request.onerror = () => reject(request.error);
				});
			const db = await done(indexedDB.open(database));
			const records = db.transaction('records', 'readwrite').objectStore('records');
			const range = IDBKeyRange.bound(['note', ''], ['note', '\uffff']);
			const [note, ...others] = await done(records.getAll(range));
			if (!note || others.length > 0) throw new Error('There is more than one wording, or none.');
			await done(records.put({ ...note, fields: { ...note.fields, of } }));
			db.close();
		},
		{ database: DATABASE, of },
	);
}

export async function stored(page: Page): Promise<Stored> {
	const found = await tables(page, ['reviews', 'cards', 'records']);
	const records = found['records'] as { kind: string; id: string; fields: { void?: boolean } }[];
	const undone = records.filter(({ kind, fields }) => kind === 'void' && fields.void);
	const ids = new Set(undone.map(({ id }) => id));
	const reviews = (found['reviews'] as StoredReview[]).sort(
		(a, b) => a.t - b.t || (a.id < b.id ? -1 : 1),
	);
	const cards = found['cards'] as StoredCard[];
	return {
		reviews: reviews.filter(({ id }) => !ids.has(id)),
		undone: [...ids],
		cards,
		touched: cards.filter(
			({ reps, suspended, buriedOn, flag }) => reps > 0 || suspended || buriedOn > 0 || flag > 0,
		),
	};
}

/** Where the log and the cards contradict each other: a card without its review, a review without its card. */
export function contradictions({ reviews, cards }: Stored): string[] {
	const newest = new Map(reviews.map((review) => [review.cardId, review]));
	const known = new Set(cards.map(({ id }) => id));
	return [
		...reviews
			.filter(({ cardId }) => !known.has(cardId))
			.map(({ id, cardId }) => `review ${id} is of a card that is not there, ${cardId}`),
		...cards
			.filter(({ id, lastReview }) => lastReview !== (newest.get(id)?.id ?? ''))
			.map(
				({ id, lastReview }) =>
					`${id} stands at "${lastReview}", its log at "${newest.get(id)?.id ?? ''}"`,
			),
	];
}
