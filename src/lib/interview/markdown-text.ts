/** Puts what a person typed into Markdown so that it reads there as it was typed. */

/** A code fence around a text, longer than any inside it. @param language as `mermaid`; '' for none */
export function fenced(text: string, language = ''): string {
	const runs = text.match(/`+/g) ?? [];
	const longest = runs.reduce((most, run) => Math.max(most, run.length), 2);
	const fence = '`'.repeat(longest + 1);
	return `${fence}${language}\n${text.replace(/\s+$/, '')}\n${fence}`;
}

/** A text on one line, with nothing in it that Markdown would take for a mark. */
export function plainLine(text: string): string {
	const line = text.replace(/\s+/g, ' ').trim();
	return line.replace(/[\\`*_[\]<>|#~]/g, (mark) => `\\${mark}`);
}

/** A table; every cell on one line. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
	return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
