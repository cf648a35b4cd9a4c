/** Says of each number whether somebody elsewhere would read it otherwise. */
import { rewritten } from './entry-fault.ts';
import type { Note } from './entry-note.ts';
import type { Token } from './tokenize-entry.ts';

/** The notes on the digits of an entry, in their order. */
export function numberNotes(text: string, tokens: readonly Token[]): Note[] {
	const decimalComma = tokens.some(
		(token) => token.type === 'number' && token.number.doubt?.kind === 'decimal-comma',
	);
	return tokens.flatMap((token) => {
		if (token.type !== 'number') return [];
		const { start, end } = token;
		const written = text.slice(start, end);
		const { doubt } = token.number;
		// Nobody means 99,999 percent by 99.999 %.
		const percent = /^\s*(%|percent|pct)/.test(text.slice(end));
		if (doubt && !(percent && doubt.kind === 'dot-decimal')) {
			const alternatives = doubt.others.map((other) => ({
				label: other,
				text: rewritten(text, token, other),
			}));
			return [{ kind: doubt.kind, start, end, text: doubt.text, alternatives }];
		}
		// Who writes 2,5 may mean one and a quarter by 1,250.
		if (!decimalComma || !/^\d{1,3},\d{3}$/.test(written)) return [];
		const other = written.replace(',', '.');
		const alternatives = [{ label: other, text: rewritten(text, token, other) }];
		const words = `${written} read with a comma for thousands.`;
		return [{ kind: 'comma-groups' as const, start, end, text: words, alternatives }];
	});
}
