/** Keeps a number and its unit on one line: `30 s` never breaks before the `s`. Changes only what is shown. */
import type { MarkdownIt } from 'markdown-it';

const UNITS = [
	...['ns', 'µs', 'μs', 'ms', 's', 'min', 'h', 'd'],
	...['bit', 'kbit', 'Mbit', 'Gbit', 'B', 'kB', 'KB', 'MB', 'GB', 'TB', 'PB', 'EB'],
	...['KiB', 'MiB', 'GiB', 'TiB', 'Hz', 'kHz', 'MHz', 'GHz', 'm', 'km', 'cm', 'mm', 'QPS', 'kW'],
];
const BEFORE_UNIT = new RegExp(`(\\d) (?=(?:${UNITS.join('|')})(?![\\p{L}\\p{N}_-]))`, 'gu');

export function unitSpaces(md: MarkdownIt): void {
	md.core.ruler.push('unit-spaces', ({ tokens }) => {
		for (const token of tokens.flatMap(({ children }) => children ?? [])) {
			if (token.type === 'text') token.content = token.content.replace(BEFORE_UNIT, '$1\u00a0');
		}
	});
}
