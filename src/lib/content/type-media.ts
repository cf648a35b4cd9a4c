/** The files that a type of notes names for all of its cards: in its templates and in its styles. */
import { mediaNames } from './media-names.ts';
import type { NoteType } from './note.ts';

const IN_STYLE = /(?:url\(|@import)\s*(?:"([^"]*)"|'([^']*)'|([^)\s"';]+))/gi;
const PLACE = /\{\{[^{}]*\}\}/;

/**
 * Whether the type names a file. A name around a place for a field, as `flag-{{Country}}.png`, stands for all
 * that fit; one that is nothing but a field the note says itself.
 */
export function namedByType({
	templates,
	css,
}: Pick<NoteType, 'templates' | 'css'>): (name: string) => boolean {
	const said = templates.flatMap(({ front, back }) => [...mediaNames(front), ...mediaNames(back)]);
	for (const [, ...found] of css.matchAll(IN_STYLE)) {
		for (const address of found) {
			if (address) said.push(address, ...mediaNames(` src="${address}"`));
		}
	}
	const whole = new Set(said.filter((name) => !PLACE.test(name)));
	const around = said
		.filter((name) => PLACE.test(name))
		.map((name) => name.split(PLACE).filter((part) => part !== ''))
		.filter((parts) => parts.length > 0);
	return (name) => whole.has(name) || around.some((parts) => holdsInOrder(name, parts));
}

function holdsInOrder(name: string, parts: readonly string[]): boolean {
	let from = 0;
	for (const part of parts) {
		const at = name.indexOf(part, from);
		if (at < 0) return false;
		from = at + part.length;
	}
	return true;
}
