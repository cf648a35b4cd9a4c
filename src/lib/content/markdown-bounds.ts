/** Whether a text would hold up whoever parses it as Markdown: judged by counting, before anything is parsed. */

/** Longer text is shown as it is: an edited field of this size is a mistake, and parsing it would block. */
const LONGEST_TEXT = 16_384;
/** For each bracket that is not closed the parser looks through all that follows. */
const MOST_BRACKETS = 1000;
/** Each row of a table has as many cells as its head, whether they are written or not. */
const MOST_CELLS = 4000;
/** Runs of marks of different lengths, each of which is looked for in all that follows. */
const LONGEST_RUN = 200;

const RULE_OF_TABLE = /^[\s>|:-]*-[\s|:-]*$/;

/** Text that is shown as it stands. */
export function isBeyondMarkdown(text: string): boolean {
	if (text.length > LONGEST_TEXT) return true;
	if (text.split('[', MOST_BRACKETS + 2).length > MOST_BRACKETS + 1) return true;
	if (new RegExp(`([*_~=>\`-])\\1{${LONGEST_RUN}}`).test(text)) return true;
	const lines = text.split('\n');
	const columns = lines.map((line) => (RULE_OF_TABLE.test(line) ? line.split('|').length : 0));
	return columns.reduce((most, each) => Math.max(most, each), 0) * lines.length > MOST_CELLS;
}
