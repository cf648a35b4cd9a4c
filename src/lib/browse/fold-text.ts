/** Makes texts alike that a searcher takes for the same: upper and lower case, with accents and without. */

const PLAIN = /^[\x00-\x7f]*$/;

export function foldText(text: string): string {
	if (PLAIN.test(text)) return text.toLowerCase();
	return text
		.normalize('NFD')
		.replace(/[\u0300-\u036f]/g, '')
		.normalize('NFC')
		.toLowerCase();
}
