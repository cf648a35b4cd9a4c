/** Reads a deck in our own Markdown format: `### id`, keys, `Q:` or `C:`, `A:`. */
import { CARD_KINDS, LEVELS, type CardKind, type Level } from '../../content/card.ts';
import { linesOf } from '../../content/text-piece.ts';
import { CollectionBuilder } from '../collection-builder.ts';
import type { ImportedCollection, OwnTraits } from '../imported.ts';
import { LIMITS, type Limits } from '../limits.ts';
import { stockType } from '../stock-types.ts';
import { listValue, readFrontLines } from './front-lines.ts';
import { ownCardBlocks, type OwnCardBlock } from './own-card-block.ts';

const KEYS = new Set([
	...['kind', 'level', 'also', 'tags', 'answer', 'retired', 'format', 'type', 'guid'],
	...['front', 'back', 'deck', 'modified'],
]);

/** @param fileName without its ending: the deck, where the file names none */
export function readOwnDeck(
	text: string,
	fileName: string,
	limits: Limits = LIMITS,
): ImportedCollection {
	const builder = new CollectionBuilder('markdown', 'a deck in Markdown');
	const lines = linesOf(text);
	const head = readFrontLines(lines);
	const deck = head.values.get('deck') || head.values.get('name') || fileName;
	const everywhere = listValue(head.values.get('tags'));
	const prefix = head.values.get('id');
	const blocks = ownCardBlocks(lines.slice(head.lines), head.lines + 1);
	const start = blocks[0]?.line ?? lines.length + 1;
	lines.slice(head.lines, start - 1).forEach((text, at) => {
		const reason = 'it stands before the first "### ", with which a card begins';
		if (/^[QCA]:/.test(text)) builder.skipped.add('note', head.lines + at + 1, text, reason);
	});
	for (const block of blocks.slice(0, limits.notes)) {
		const { keys, line, heading, marks } = block;
		const front = fieldOf(block, 'front');
		const back = fieldOf(block, 'back');
		const said = saidOf(block, front, back, limits);
		if (said !== undefined) {
			builder.skipped.add('note', line, heading, said);
			continue;
		}
		const unknown = [...keys.keys()].filter((key) => !KEYS.has(key));
		if (unknown.length > 0 || block.stray.length > 0) {
			const what = unknown.length > 0 ? `the key "${unknown[0]}"` : `line ${block.stray[0]}`;
			builder.repaired.add('note', line, heading, `${what} is not known and was passed over`);
		}
		if (marks.length > 0) {
			const what = `line ${marks[0]} begins like a card and was taken for text`;
			const todo = 'a card of its own begins with "### " and a name; before text stands a "\\"';
			builder.repaired.add('note', line, heading, `${what}: ${todo}`);
		}
		const own = traitsOf(block, front ?? '');
		const name = keys.get('type') ? jsonText(keys.get('type')!) : '';
		const numbered = block.mark === 'C' && own === undefined;
		const type = stockType(
			name || (numbered ? 'Cloze' : 'Basic'),
			keys.get('format') === 'html' ? 'html' : 'markdown',
			numbered ? ['Text', 'Back Extra'] : ['Front', 'Back'],
		);
		const guid = keys.get('guid') ? jsonText(keys.get('guid')!) : prefixed(prefix, heading);
		builder.add({
			...{ number: line, type, fields: [front ?? '', back ?? ''], guid },
			tags: [...new Set([...everywhere, ...listValue(keys.get('tags'))])],
			deck: (keys.get('deck') ? jsonText(keys.get('deck')!) : deck).split('::'),
			modified: Number(keys.get('modified') ?? 0) || 0,
			...(own ? { own } : {}),
		});
	}
	return builder.finish();
}

function prefixed(prefix: string | undefined, heading: string): string {
	return prefix ? `${prefix}/${heading}` : heading;
}

/** A text that the format cannot hold as it is stands in quotes, as JSON writes it. */
function fieldOf(block: OwnCardBlock, side: 'front' | 'back'): string | undefined {
	const quoted = block.keys.get(side);
	return quoted === undefined ? block[side] : jsonText(quoted);
}

function jsonText(text: string): string {
	if (!text.startsWith('"')) return text;
	try {
		return String(JSON.parse(text)).toWellFormed();
	} catch {
		return text;
	}
}

function saidOf(
	{ mark, keys, heading }: OwnCardBlock,
	front: string | undefined,
	back: string | undefined,
	limits: Limits,
): string | undefined {
	if (!heading) return 'its heading is empty';
	if (!front) return mark ? `nothing follows "${mark}:"` : 'it has neither "Q:" nor "C:"';
	if (mark === 'Q' && back === undefined) return 'it has no "A:"';
	if (Math.max(front.length, back?.length ?? 0) > limits.field) return 'a text is too long';
	const kind = keys.get('kind');
	if (kind !== undefined && !CARD_KINDS.some((known) => known === kind)) {
		return `its kind "${kind.slice(0, 30)}" is not one of ${CARD_KINDS.join(', ')}`;
	}
	return undefined;
}

/** Traits where the card says its kind, or hides words as our cloze does. */
function traitsOf({ keys, mark }: OwnCardBlock, front: string): OwnTraits | undefined {
	const said = keys.get('kind') as CardKind | undefined;
	const hides = mark === 'C' && !/\{\{c\d+::/.test(front) && /==\S/.test(front);
	const kind = said ?? (hides ? 'cloze' : undefined);
	if (kind === undefined) return undefined;
	const level = LEVELS.find((known) => known === keys.get('level')) ?? ('beginner' as Level);
	const answers = (keys.get('answer') ?? '').split('|').map((answer) => answer.trim());
	return {
		...{ kind, level, also: listValue(keys.get('also')) },
		answers: answers.filter((answer) => answer !== ''),
		...(keys.get('retired') === 'true' ? { retired: true as const } : {}),
	};
}
