/** A mermaid fence: what it may hold, what it says in words, and the name of the drawing made from it. */
import { hashText } from './hash.ts';

/** Raised when `npm run draw` would draw the same text differently; every drawing is then stale. */
const DRAWING_VERSION = 1;

/** In px at natural size: up to here text of 14 px stays at 11 px or more on a page 360 px wide. */
export const READABLE_WIDTH = 417;
/** Beyond it the text shrinks below 8 px there: too wide to accept. */
export const WIDEST_DRAWING = 560;

const LONGEST_LABEL = 24;

const KINDS = ['flowchart', 'sequenceDiagram', 'stateDiagram-v2'];

export const DRAWINGS_FOLDER = 'decks/diagrams/';

/** File name of the drawing of a fence, below `decks/diagrams/`. */
export function drawingName(patternId: string, fence: string): string {
	return `${patternId}-${hashText(`${DRAWING_VERSION}\n${fence.trim()}`)}.svg`;
}

/** The sentence behind `accDescr:`; empty where the fence has none. */
export function describeDiagram(fence: string): string {
	return /^\s*accDescr:\s*(.+?)\s*$/m.exec(fence)?.[1] ?? '';
}

export interface DiagramMistake {
	/** Line within the fence, counted from 0. */
	offset: number;
	what: string;
	right: string;
}

const FORBIDDEN: [RegExp, string][] = [
	[/%%\{/, 'a directive'],
	[/^\s*(style|linkStyle|classDef|class|click)\s/, 'styling'],
	[/:::/, 'a class'],
	[/<[a-z/]/i, 'HTML'],
	[/^---\s*$/, 'mermaid front matter'],
	[/^\s*accTitle/, 'accTitle'],
];

/** What stands in the boxes of a flowchart line, without quotes. */
function boxLabels(line: string): string[] {
	const bare = line.replace(/\|[^|]*\|/g, ' ');
	return [...bare.matchAll(/[\w-](?:\[+|\(+|\{+|\[\(|\(\[)"?([^\][(){}"]+)"?(?:\]|\)|\})/g)].map(
		(match) => match[1]!.trim(),
	);
}

/** The rules of decks/README.md that can be told from the text; syntax and node count need mermaid itself. */
export function checkDiagram(fence: string): DiagramMistake[] {
	const mistakes: DiagramMistake[] = [];
	const lines = fence.split('\n');
	const opening = lines.findIndex((line) => line.trim() !== '');
	const kind = (lines[opening] ?? '').trim().split(/\s+/)[0] ?? '';
	if (!KINDS.includes(kind)) {
		mistakes.push({
			offset: Math.max(0, opening),
			what: `the diagram begins with "${kind}"`,
			right: `begin with one of: ${KINDS.join(', ')}`,
		});
	}
	if (describeDiagram(fence).length < 20) {
		mistakes.push({
			offset: Math.max(0, opening),
			what: 'the diagram has no text alternative',
			right: 'add a line "accDescr: " with one sentence that says what the picture says',
		});
	}
	lines.forEach((line, offset) => {
		for (const [pattern, name] of FORBIDDEN) {
			if (!pattern.test(line)) continue;
			mistakes.push({
				offset,
				what: `the diagram holds ${name}`,
				right: 'remove it: the theme is ours',
			});
		}
		if (kind !== 'flowchart' || /^\s*acc(Descr|Title)/.test(line)) return;
		for (const label of boxLabels(line)) {
			if ([...label].length <= LONGEST_LABEL) continue;
			mistakes.push({
				offset,
				what: `the label "${label}" has ${[...label].length} characters`,
				right: `at most ${LONGEST_LABEL}`,
			});
		}
	});
	return mistakes;
}
