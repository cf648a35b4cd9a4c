/** Brings what is typed of a note together with what has become of the note since it was opened. */

/** What an editor shows of a note. */
export interface Typed {
	fields: string[];
	/** Alternatives to type, with bars between. */
	answer: string;
	tags: readonly string[];
	deckId: string;
}

/**
 * What the person has changed, and all else as it stands by now.
 * @param base the note as it was opened
 * @param now the note as it stands; fields by place, as many as are typed
 * @returns with `clash` where both have changed a text in different ways: what was typed stands there
 */
export function mergeTyped(base: Typed, typed: Typed, now: Typed): Typed & { clash: boolean } {
	const fields = typed.fields.map((text, at) =>
		merged(base.fields[at] ?? '', text, now.fields[at] ?? ''),
	);
	const answer = merged(base.answer, typed.answer, now.answer);
	return {
		fields: fields.map(({ value }) => value),
		answer: answer.value,
		tags: mergedTags(base.tags, typed.tags, now.tags),
		deckId: merged(base.deckId, typed.deckId, now.deckId).value,
		clash: [...fields, answer].some(({ clash }) => clash),
	};
}

/** One text: the typed one where the person has changed it, else as it stands now. */
export function merged(
	base: string,
	typed: string,
	now: string,
): { value: string; clash: boolean } {
	if (typed === base) return { value: now, clash: false };
	return { value: typed, clash: now !== base && now !== typed };
}

/** Tags that were added and taken away on both sides. */
function mergedTags(
	base: readonly string[],
	typed: readonly string[],
	now: readonly string[],
): readonly string[] {
	const came = now.filter((tag) => !base.includes(tag) && !typed.includes(tag));
	const stay = typed.filter((tag) => now.includes(tag) || !base.includes(tag));
	return [...stay, ...came];
}
