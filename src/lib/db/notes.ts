/** Edits of built-in cards: an overlay that a release does not overwrite. */
import type { OnsiteDb } from './schema.ts';

/** The person's own wording of a card. */
export interface CardOverlay {
	/** Markdown, as in `CardSource`. */
	front: string;
	back: string;
}

/** The overlay of a card; `undefined` where the card stands as released. */
export async function readOverlay(db: OnsiteDb, cardId: string): Promise<CardOverlay | undefined> {
	const { front, back, deleted } = (await db.records.get(['note', cardId]))?.fields ?? {};
	if (deleted === true || typeof front !== 'string' || typeof back !== 'string') return undefined;
	return { front, back };
}

/** Whether the catalog has changed a wording since an edit was made from `of`; not where that was not noted. */
export function changedSince(of: CardOverlay | undefined, released: CardOverlay): boolean {
	return of !== undefined && !(of.front === released.front && of.back === released.back);
}

/** The released wording that an overlay was made from; `undefined` where there is none or it was not noted. */
export async function readEditedFrom(
	db: OnsiteDb,
	cardId: string,
): Promise<CardOverlay | undefined> {
	const of = (await db.records.get(['note', cardId]))?.fields['of'];
	if (typeof of !== 'object' || of === null || Array.isArray(of)) return undefined;
	const { front, back } = of;
	return typeof front === 'string' && typeof back === 'string' ? { front, back } : undefined;
}
