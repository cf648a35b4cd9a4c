/** Turns a card block of a file into a CardSource and judges it by the rules of decks/README.md. */
import { CARD_KINDS, LEVELS, type CardKind, type CardSource, type Level } from './card.ts';
import { checklistOf } from './checklist.ts';
import { quote, type Mistake } from './mistake.ts';
import type { CardBlock } from './parse-pattern.ts';
import { countBlanks, visibleText } from './visible-text.ts';

const FRONT_LIMIT = 220;
const BACK_LIMIT = 600;
const CHECKLIST_KINDS: readonly CardKind[] = ['say', 'diagram'];
const KEYS = ['kind', 'level', 'also', 'tags', 'answer', 'retired'];

type Report = (line: number, what: string, right: string) => void;

function listOf(value: string): string[] | undefined {
	const inner = /^\[(.*)\]$/.exec(value)?.[1];
	return inner
		?.split(',')
		.map((item) => item.trim())
		.filter((item) => item !== '');
}

interface CardKeys {
	kind: CardKind;
	level: Level;
	also: string[];
	tags: string[];
	answers: string[];
	retired: boolean;
	/** Line of each key that was written. */
	lines: Map<string, number>;
}

function readKeys(block: CardBlock, report: Report): CardKeys {
	const keys: CardKeys = {
		kind: 'recall',
		level: 'beginner',
		also: [],
		tags: [],
		answers: [],
		retired: false,
		lines: new Map(),
	};
	for (const { key, value, line } of block.keys) {
		if (!KEYS.includes(key)) report(line, `unknown key "${key}"`, `one of: ${KEYS.join(', ')}`);
		else if (keys.lines.has(key)) report(line, `the key "${key}" stands twice`, 'keep one');
		keys.lines.set(key, line);
		switch (key) {
			case 'kind':
				if (CARD_KINDS.some((kind) => kind === value)) keys.kind = value as CardKind;
				else report(line, `kind ${quote(value)}`, `one of: ${CARD_KINDS.join(', ')}`);
				break;
			case 'level':
				if (LEVELS.some((level) => level === value)) keys.level = value as Level;
				else report(line, `level ${quote(value)}`, `one of: ${LEVELS.join(', ')}`);
				break;
			case 'also':
			case 'tags': {
				const list = listOf(value);
				if (list) keys[key] = list;
				else report(line, `"${key}" is not a list`, 'write it in brackets: [one, two]');
				break;
			}
			case 'answer':
				keys.answers = value
					.split('|')
					.map((answer) => answer.trim())
					.filter((answer) => answer !== '');
				break;
			case 'retired':
				keys.retired = value === 'true';
				if (!keys.retired)
					report(line, `retired ${quote(value)}`, 'write "retired: true" or leave the key out');
		}
	}
	for (const key of ['kind', 'level']) {
		if (!keys.lines.has(key))
			report(block.heading, `the card has no "${key}"`, `add a line "${key}: ..."`);
	}
	if (keys.kind === 'number' && keys.answers.length === 0) {
		report(
			keys.lines.get('kind') ?? block.heading,
			'a number card without an answer',
			'add "answer: " with what a person would type, alternatives separated by a bar',
		);
	}
	if (keys.kind !== 'number' && keys.lines.has('answer')) {
		report(
			keys.lines.get('answer')!,
			`"answer" on a ${keys.kind} card`,
			'only number cards have it',
		);
	}
	return keys;
}

function checkFront(block: CardBlock, kind: CardKind, report: Report): void {
	const front = block.front;
	if (!front?.text)
		return report(
			block.heading,
			'the card has no front',
			kind === 'cloze' ? 'add "C: " with the sentence' : 'add "Q: " with the question',
		);
	const cloze = kind === 'cloze';
	if (cloze && block.mark === 'Q')
		report(front.line, 'the front of a cloze begins with "Q:"', 'begin it with "C:"');
	if (!cloze && block.mark === 'C')
		report(
			front.line,
			`the front of a ${kind} card begins with "C:"`,
			'begin it with "Q:", or make it a cloze',
		);
	const length = [...visibleText(front.text)].length;
	if (length > FRONT_LIMIT)
		report(front.line, `the front has ${length} characters`, `at most ${FRONT_LIMIT}`);
	if (!cloze) return;
	const blanks = countBlanks(front.text);
	if (blanks < 1 || blanks > 3)
		report(
			front.line,
			`the cloze has ${blanks} blanks`,
			'one to three, each ==like this== and not inside code',
		);
}

function checkBack(block: CardBlock, kind: CardKind, report: Report): void {
	const back = block.back;
	if (!back?.text) {
		if (kind !== 'cloze')
			report(
				block.front?.line ?? block.heading,
				'the card has no back',
				'add "A: " with the answer',
			);
		return;
	}
	const { points, lines, rest } = checklistOf(back.text);
	const length = [...visibleText(`${rest}\n\n${points.join('\n\n')}`)].length;
	if (length > BACK_LIMIT)
		report(back.line, `the back has ${length} characters`, `at most ${BACK_LIMIT}`);
	if (CHECKLIST_KINDS.includes(kind)) {
		if (points.length < 3 || points.length > 6) {
			report(
				back.line + (lines[0] ?? 0),
				`the checklist has ${points.length} points`,
				'three to six lines "- [ ] point"',
			);
		}
		return;
	}
	if (lines[0] !== undefined)
		report(
			back.line + lines[0],
			`a checklist on a ${kind} card`,
			'only say and diagram cards have one',
		);
	if (kind !== 'cloze' && !/^\*\*\S.*\*\*/.test(back.text)) {
		report(
			back.line,
			'the back does not start with the answer in bold',
			'begin the first line with **the answer.** and put the reason below',
		);
	}
}

/** Reads one card. `report` receives each mistake with its line; a card is returned even where some were found. */
export function readCard(
	file: string,
	patternId: string,
	block: CardBlock,
): { card: CardSource; mistakes: Mistake[]; keyLines: Map<string, number> } {
	const mistakes: Mistake[] = [];
	const report: Report = (line, what, right) => void mistakes.push({ file, line, what, right });
	if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(block.slug)) {
		report(
			block.heading,
			`the card's name ${quote(block.slug)}`,
			'kebab-case, such as "full-pool"',
		);
	}
	const keys = readKeys(block, report);
	checkFront(block, keys.kind, report);
	checkBack(block, keys.kind, report);
	const card: CardSource = {
		id: `${patternId}/${block.slug}`,
		kind: keys.kind,
		level: keys.level,
		also: keys.also,
		tags: keys.tags,
		answers: keys.answers,
		front: block.front?.text ?? '',
		back: block.back?.text ?? '',
		...(keys.retired ? { retired: true as const } : {}),
	};
	return { card, mistakes, keyLines: keys.lines };
}
