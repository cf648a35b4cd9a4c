/** Changes a flowchart as a person would with a pen: what is not concerned keeps every character. */
import { readFlowchart } from '../content/read-flowchart.ts';
import {
	LONGEST_FLOWCHART,
	scanFlowchart,
	type Arrow,
	type Mention,
	type Statement,
} from '../content/scan-flowchart.ts';
import { KIND_TRAITS, type ComponentKind } from './component-kind.ts';
import { cleanLabel, quoteLabel } from './flowchart-words.ts';

const FIRST_LINE = 'flowchart TD\n';
const OPENING = /^\s*(?:flowchart|graph)(?:-elk)?\b/;

/** Whether boxes can be added to a text: an empty one, or one that begins as a flowchart. */
export function isFlowchart(text: string): boolean {
	const first = text
		.replace(/^\s*---\s*\n[\s\S]*?\n---\s*(?=\n|$)/, '')
		.replace(/^\s*%%.*$/gm, '')
		.trimStart();
	return first === '' || OPENING.test(first);
}

/**
 * Adds a box of a kind at the end, with an id that is free, and an arrow to it from another box. An empty text
 * becomes a flowchart. A text too long to be drawn stays as it is, with the id `undefined`.
 */
export function addComponent(
	text: string,
	kind: ComponentKind,
	{ label, from }: { label?: string; from?: string } = {},
): { text: string; id: string | undefined } {
	const { name, id: stem, brackets } = KIND_TRAITS[kind];
	const id = freeId(text, stem);
	const words = quoteLabel(cleanLabel(label ?? '') || name);
	const box = `${id}${brackets[0]}${words}${brackets[1]}`;
	const known = from !== undefined && has(text, from);
	const next = appendLine(text, known ? `${from} --> ${box}` : box);
	return next === undefined ? { text, id: undefined } : { text: next, id };
}

/** Draws an arrow, unless there is one that says the same. Boxes that are not there are not made. */
export function connectBoxes(text: string, from: string, to: string, label = ''): string {
	const { nodes, edges } = readFlowchart(text);
	const known = [from, to].every((id) => nodes.some((node) => node.id === id));
	const words = cleanLabel(label);
	const drawn = edges.some((e) => e.from === from && e.to === to && e.label === words);
	if (!known || drawn) return text;
	const arrow = words === '' ? '-->' : `-->|${quoteLabel(words)}|`;
	return appendLine(text, `${from} ${arrow} ${to}`) ?? text;
}

/** Changes what the arrow at a place of `readFlowchart(text).edges` says; nothing where `label` is empty. */
export function labelArrow(text: string, edge: number, label: string): string {
	const found = arrowAt(text, edge);
	if (!found) return text;
	const { arrow, next } = found;
	const words = cleanLabel(label);
	const whole = text.slice(arrow.start, arrow.end);
	if (arrow.says && text[arrow.says.end] === '|') {
		if (words !== '') return splice(text, arrow.says, quoteLabel(words));
		return splice(text, { start: arrow.says.start - 1, end: arrow.end }, '');
	}
	if (arrow.says) {
		// `-- says -->` is written anew with bars, which take any words.
		const head = /(?:--|==|-\.)\s+[\s\S]*?\s*(-->|==>|\.->|---|===)\s*$/.exec(whole)?.[1] ?? '-->';
		const line = head === '.->' ? '-.->' : head;
		const lead = /^\s*<?/.exec(whole)?.[0] ?? ' ';
		const space = text[arrow.end] === ' ' ? '' : ' ';
		const says = words === '' ? '' : `|${quoteLabel(words)}|`;
		return splice(text, arrow, `${lead}${line}${says}${space}`);
	}
	if (words === '') return text;
	const space = next.start === arrow.end ? ' ' : '';
	return splice(text, arrow, `${whole.trimEnd()}|${quoteLabel(words)}|${space || ' '}`);
}

/** Gives a box another label; its shape and its id stay. */
export function renameBox(text: string, id: string, label: string): string {
	const mentions = scanFlowchart(text).flatMap(({ groups }) => groups.flat());
	const own = mentions.filter((mention) => mention.id === id);
	// The last box that says something is the one that counts.
	const boxed = own.findLast((mention) => mention.label !== '') ?? own[0];
	const words = cleanLabel(label);
	if (!boxed || words === '') return text;
	if (!boxed.box)
		return splice(text, { start: boxed.idEnd, end: boxed.idEnd }, `[${quoteLabel(words)}]`);
	return splice(text, boxed.box, relabeled(text.slice(boxed.box.start, boxed.box.end), words));
}

/** Takes an arrow away; its boxes stay. Other arrows of the same `a & b --> c` stay too. */
export function removeArrow(text: string, edge: number): string {
	const found = arrowAt(text, edge);
	if (!found) return text;
	const { statement, at, arrow, from, to } = found;
	const others = (statement.groups[at] ?? []).flatMap((left) =>
		(statement.groups[at + 1] ?? [])
			.filter((right) => left !== from || right !== to)
			.map((right) => `${left.id}${spaced(text.slice(arrow.start, arrow.end))}${right.id}`),
	);
	const runs = [slice(statement, 0, at + 1), slice(statement, at + 1, statement.groups.length)];
	return rewrite(text, statement, [...runs.map((run) => written(text, run, statement)), ...others]);
}

/** Takes a box away with its arrows and its styling; all other boxes and arrows stay. */
export function removeBox(text: string, id: string): string {
	const left = new Map<string, number>();
	const statements = scanFlowchart(text);
	for (const { id } of statements.flatMap(({ groups }) => groups.flat())) {
		left.set(id, (left.get(id) ?? 0) + 1);
	}
	const touched = statements.filter(({ groups }) => groups.flat().some((m) => m.id === id));
	// From the end, so that earlier places stay true.
	const without = touched.reduceRight((changed, statement) => {
		const runs = runsWithout(statement, id).filter((run) => {
			const [only] = run.groups.flat();
			const bare = run.groups.flat().length === 1 && only && only.end === only.idEnd;
			const spare = bare && (left.get(only.id) ?? 0) > 1;
			if (spare) left.set(only.id, (left.get(only.id) ?? 0) - 1);
			return !spare;
		});
		return rewrite(
			changed,
			statement,
			runs.map((run) => written(text, run, statement)),
		);
	}, text);
	const name = id.replace(/[-]/g, '\\-');
	return without.replace(
		new RegExp(`^[ \\t]*(?:style|click)[ \\t]+${name}[ \\t].*(?:\\n|$)`, 'gm'),
		'',
	);
}

/** Part of a statement: groups in a row with the arrows between them. */
type Run = Pick<Statement, 'groups'> & { last: boolean };

function slice({ groups }: Statement, from: number, to: number): Run {
	return { groups: groups.slice(from, to), last: to === groups.length };
}

function runsWithout({ groups }: Statement, id: string): Run[] {
	const runs: Run[] = [];
	let run: Run = { groups: [], last: false };
	groups.forEach((group, at) => {
		const kept = group.filter((mention) => mention.id !== id);
		if (kept.length > 0) run.groups.push(kept);
		if (kept.length > 0 && at === groups.length - 1) run.last = true;
		if (kept.length === 0) {
			if (run.groups.length > 0) runs.push(run);
			run = { groups: [], last: false };
		}
	});
	return run.groups.length > 0 ? [...runs, run] : runs;
}

/** A run as it stood, with the arrows between its groups, and with what could not be read behind the last one. */
function written(text: string, { groups, last }: Run, statement: Statement): string {
	const pieces = groups.map((group) =>
		group.map(({ start, end }) => text.slice(start, end)).join(' & '),
	);
	const between = groups.slice(1).map((group, left) => {
		const at = statement.groups.findIndex((each) => each.includes(group[0] as Mention));
		const start = statement.groups[at - 1]?.at(-1)?.end ?? 0;
		const apart = groups[left]?.at(-1)?.end === start ? '' : ' ';
		return apart + text.slice(start, statement.groups[at]?.[0]?.start);
	});
	// What could not be read must not grow together with another box than it stood behind.
	const apart = groups.at(-1)?.at(-1)?.end === statement.readTo ? '' : ' ';
	const tail = last ? apart + text.slice(statement.readTo, statement.end) : '';
	return (
		pieces.map((piece, at) => `${at > 0 ? between[at - 1] : ''}${piece}`).join('') +
		(tail.trim() === '' ? '' : tail)
	);
}

function spaced(arrow: string): string {
	return ` ${arrow.trim()} `;
}

/** Puts lines where a statement stood; without any, its line goes too if it held nothing else. */
function rewrite(text: string, { start, end }: Statement, lines: string[]): string {
	const lineStart = text.lastIndexOf('\n', start - 1) + 1;
	const nextLine = text.indexOf('\n', end);
	const lineEnd = nextLine < 0 ? text.length : nextLine;
	const indent = /^[ \t]*/.exec(text.slice(lineStart, start))?.[0] ?? '';
	const parted = lines.filter((line) => line.trim() !== '');
	if (parted.length > 0) return splice(text, { start, end }, parted.join(`\n${indent}`));
	const alone = text.slice(lineStart, lineEnd).trim() === text.slice(start, end);
	if (alone) return text.slice(0, lineStart) + text.slice(Math.min(text.length, lineEnd + 1));
	const semicolon = /^\s*;/.exec(text.slice(end, lineEnd))?.[0].length ?? 0;
	return splice(text, { start, end: end + semicolon }, '');
}

function arrowAt(text: string, edge: number) {
	let count = 0;
	for (const statement of scanFlowchart(text)) {
		for (const [at, arrow] of statement.arrows.entries()) {
			const left = statement.groups[at] ?? [];
			const right = statement.groups[at + 1] ?? [];
			const own = edge - count;
			count += left.length * right.length;
			const [from, to] = [left[Math.floor(own / right.length)], right[own % right.length]];
			if (edge >= count || !from || !to) continue;
			return {
				statement,
				at,
				arrow: arrow satisfies Arrow,
				next: right[0] as Mention,
				from,
				to,
			};
		}
	}
	return undefined;
}

const CLOSERS: Record<string, string> = {
	'[': ']',
	'(': ')',
	'{': '}',
	'>': ']',
	'/': '/',
	'\\': '\\',
};

/** A box with another label in the same brackets. */
function relabeled(box: string, words: string): string {
	const label = `"${words.replace(/[{}]/g, "'")}"`;
	if (box.startsWith('@{')) {
		const traits = box.slice(2, -1);
		if (!/\blabel:/.test(traits)) return `@{ label: ${label},${traits}}`;
		return `@{${traits.replace(/\blabel:\s*(?:"[^"]*"|[^,"]+)/, () => `label: ${label}`)}}`;
	}
	const open = /^[[({>/\\]+/.exec(box)?.[0] ?? '[';
	const close = /[\])}/\\]+$/.exec(box)?.[0] ?? '';
	const mirrored = [...open]
		.reverse()
		.map((sign) => CLOSERS[sign])
		.join('');
	const slanted = open.length === 2 && close.length === 2 && /[/\\]/.test(open);
	if (close === mirrored || slanted) return `${open}${quoteLabel(words)}${close}`;
	const first = open[0] ?? '[';
	return `${first}${quoteLabel(words)}${CLOSERS[first] ?? ']'}`;
}

function has(text: string, id: string): boolean {
	return readFlowchart(text).nodes.some((node) => node.id === id);
}

/** An id that stands nowhere in the text, not even as a word. */
function freeId(text: string, stem: string): string {
	const taken = new Set(text.toLowerCase().match(/[\p{L}\p{N}_]+/gu));
	let id = stem;
	for (let number = 2; taken.has(id); number++) id = `${stem}${number}`;
	return id;
}

/** The text with one more line; undefined where it would be too long to be read. */
function appendLine(text: string, line: string): string | undefined {
	const before = text.trim() === '' ? FIRST_LINE : text;
	const last = before.slice(before.lastIndexOf('\n') + 1);
	const glue = last.trim() === '' ? '' : '\n';
	const indent = /\n([ \t]+)\S[^\n]*\s*$/.exec(before)?.[1] ?? '  ';
	const next = `${before}${glue}${glue || last === '' ? indent : ''}${line}\n`;
	return next.length > LONGEST_FLOWCHART ? undefined : next;
}

function splice(text: string, { start, end }: { start: number; end: number }, by: string): string {
	return text.slice(0, start) + by + text.slice(end);
}
