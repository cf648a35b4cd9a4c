/** Keeps what is typed into the wording of a card of the catalog until it is saved, also over a reload or a crash. */
import * as v from 'valibot';

const WORDING = v.object({ front: v.string(), back: v.string() });
const DRAFT = v.object({ ...WORDING.entries, base: WORDING });

/** Markdown, and the wording that it was typed over. */
export type CardDraft = v.InferOutput<typeof DRAFT>;

const keyOf = (id: string) => `onsite-card-draft:${id}`;

/** The draft of a card; `undefined` where none was left. */
export function readCardDraft(id: string): CardDraft | undefined {
	try {
		const result = v.safeParse(DRAFT, JSON.parse(localStorage.getItem(keyOf(id)) ?? 'null'));
		return result.success ? result.output : undefined;
	} catch {
		return undefined;
	}
}

/** Keeps a draft in place of the one before; one that changes nothing is none. */
export function keepCardDraft(id: string, { front, back, base }: CardDraft): void {
	if (front === base.front && back === base.back) return dropCardDraft(id);
	try {
		localStorage.setItem(keyOf(id), JSON.stringify({ front, back, base }));
	} catch {
		// Where there is no room it is only on the screen.
	}
}

export function dropCardDraft(id: string): void {
	try {
		localStorage.removeItem(keyOf(id));
	} catch {
		// It could not have been kept either.
	}
}
