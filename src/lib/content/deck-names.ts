/** The names of a deck and of those above it, as a person types them in one: as Anki parts them, or as screens show them. */
export function deckNames(text: string): string[] {
	return text
		.split(/::| › /u)
		.map((name) => name.trim())
		.filter((name) => name !== '');
}
