/** What a reader sees of Markdown, nearly: for searching, where a parser would cost more than it tells. */

/** Marks of blocks at the begin of a line. */
const OF_A_LINE =
	/^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+(?:\[[ xX]\][ \t]+)?|```\w*|~~~\w*|\|?[ \t]*:?-{3}[-:| \t]*$)/gm;

/** One pass for each kind of mark; code stays as it is written. */
export function plainMarkdown(text: string): string {
	return text
		.replace(OF_A_LINE, '')
		.replace(/!?\[([^[\]\n]*)\]\([^()\s]*\)/g, '$1')
		.replace(/\{\{c\d{1,3}::/g, '')
		.replace(/(::[^{}\n:]*)?\}\}/g, '')
		.replace(/(\*\*|__|==|~~|`)/g, '')
		.replace(/^\|(.*)\|[ \t]*$/gm, '$1')
		.replace(/[ \t]+/g, ' ')
		.trim();
}
