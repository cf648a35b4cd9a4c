/** Reads text with wildcards. */
import type { RawCharacter } from './raw-term.ts';
import type { Pattern, PatternPiece } from './search-node.ts';

/** In normal form: see `Pattern`. */
export function readPattern(characters: readonly RawCharacter[]): Pattern {
	const pieces: PatternPiece[] = [];
	for (const { character, literal } of characters) {
		const last = pieces.at(-1);
		if (!literal && character === '*') {
			if (!(last && 'wild' in last && last.wild === '*')) pieces.push({ wild: '*' });
		} else if (!literal && character === '_') pieces.push({ wild: '_' });
		else if (last && 'text' in last) last.text += character;
		else pieces.push({ text: character });
	}
	return pieces;
}
