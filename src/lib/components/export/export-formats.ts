/** What decks can be exported as, and what each kind of file keeps. */

export const EXPORT_FORMATS = [
	{
		value: 'anki',
		name: 'Anki package (.apkg)',
		line: 'Opens in Anki. Keeps everything: notes, decks, tags, media, progress, history and options.',
	},
	{
		value: 'json',
		name: 'JSON (.json)',
		line: 'For Onsite and for programs. Keeps everything but pictures and sounds.',
	},
	{
		value: 'markdown',
		name: 'Markdown (.md)',
		line: 'Text to read and edit. Keeps two-sided and cloze notes, tags and decks; no progress, no media.',
	},
	{
		value: 'csv',
		name: 'Table (.csv)',
		line: 'For spreadsheets and Anki. Keeps the text of notes, tags and decks; no progress, no media.',
	},
] as const;

export type Format = (typeof EXPORT_FORMATS)[number]['value'];

/** Whether a kind of file can hold progress and history. */
export function keepsProgress(format: Format): boolean {
	return format === 'anki' || format === 'json';
}
