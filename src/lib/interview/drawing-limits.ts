/** How large a drawing may be, judged from its text: beyond, drawing it would hold up everything else. */
import { readFlowchart } from '../content/read-flowchart.ts';
import type { DrawingFault } from './drawing.ts';

export const DRAWING_LIMITS = {
	...{ characters: 10_000, arrows: 150, boxes: 60, depth: 20 },
	/** Lines that say something, or parts of them between semicolons. */
	statements: 300,
	/** Characters of one word, which is measured letter by letter to be broken. */
	word: 500,
};

/** The kinds that an interview needs, by the word that they begin with. */
const KINDS: Record<string, 'flowchart' | 'other'> = {
	...{ flowchart: 'flowchart', graph: 'flowchart', 'flowchart-elk': 'flowchart' },
	...{ sequenceDiagram: 'other', classDiagram: 'other', 'classDiagram-v2': 'other' },
	...{ stateDiagram: 'other', 'stateDiagram-v2': 'other', erDiagram: 'other' },
};

/** An arrow of any kind of diagram, once each, also where words stand in its middle. */
const ARROW =
	/<?(?:-{2,}|={2,}|\.{2,}|-\.+-|-)[>x)o|{\\/]+|-{3,}|={3,}|~{3,}|[|}{o]{2}(?:--|\.\.)[|}{o]{2}/g;
const DECLARED =
	/^\s*(?:(?:create\s+)?(?:participant|actor|class|state|namespace)\s+"?([^\s"{:@[(]+)|(?!\s*(?:note|state|class|end)\b)([\w-]+)\s*(?:$|\{|:\s))/i;
const OPENS = /^\s*(?:subgraph|loop|alt|opt|par|critical|break|rect|box)\b|\{\s*$/;
const CLOSES = /^\s*(?:end\b|\})/;

/**
 * Why a text is not drawn: it is too large, or of a kind that is not drawn here. Undefined where it may be.
 * @param text without front matter and directives
 */
export function drawingExcess(text: string): DrawingFault | undefined {
	const { characters, arrows, boxes, depth, statements, word: longest } = DRAWING_LIMITS;
	if (text.length > characters) {
		const size = text.length.toLocaleString('en-US');
		return excess(`The text has ${size} characters`, `${characters.toLocaleString('en-US')}`);
	}
	const lines = text.split('\n');
	const first = lines.findIndex((line) => line.trim() !== '' && !/^\s*%%/.test(line));
	const word = /^[\w-]+/.exec(lines[first]?.trim() ?? '')?.[0] ?? '';
	const kind = Object.hasOwn(KINDS, word) ? KINDS[word] : undefined;
	if (first >= 0 && kind === undefined) {
		return {
			...{ kind: 'syntax', line: first + 1 },
			what: `Begin with "flowchart TD", or with sequenceDiagram, stateDiagram-v2, classDiagram or erDiagram.`,
		};
	}
	const found = kind === 'flowchart' ? flowchartSize(text) : otherSize(lines.slice(first + 1));
	if (found.arrows > arrows) return excess(`The drawing has ${found.arrows} arrows`, arrows);
	if (found.boxes > boxes) return excess(`The drawing has ${found.boxes} boxes`, boxes);
	const deep = depthOf(lines);
	if (deep > depth) return excess(`Groups stand ${deep} deep in each other`, depth);
	const said = text.split(/[\n;]/).filter((each) => each.trim() !== '').length;
	if (said > statements) return excess(`The drawing has ${said} statements`, statements);
	if (new RegExp(`\\S{${longest + 1}}`).test(text)) {
		return excess(`A word has more than ${longest} characters`, longest);
	}
	return undefined;
}

function excess(what: string, most: number | string): DrawingFault {
	return { kind: 'limit', what: `${what}; at most ${most} are drawn. The text itself is kept.` };
}

function flowchartSize(text: string): { arrows: number; boxes: number } {
	const { nodes, edges } = readFlowchart(text);
	// Whatever the reader passed over may still be an arrow.
	return { arrows: Math.max(edges.length, text.match(ARROW)?.length ?? 0), boxes: nodes.length };
}

function otherSize(lines: readonly string[]): { arrows: number; boxes: number } {
	const names = new Set<string>();
	let arrows = 0;
	for (const line of lines) {
		const said = line.split(':')[0] ?? '';
		const [, declared, alone] = DECLARED.exec(line) ?? [];
		names.add(declared ?? alone ?? '');
		const found = said.match(ARROW)?.length ?? 0;
		arrows += found;
		if (found > 0)
			for (const name of said.split(ARROW)) names.add(name.replace(/[+\-"<*]/g, '').trim());
	}
	names.delete('');
	return { arrows, boxes: names.size };
}

function depthOf(lines: readonly string[]): number {
	let depth = 0;
	let most = 0;
	for (const line of lines) {
		if (CLOSES.test(line)) depth -= 1;
		if (OPENS.test(line)) depth += 1;
		most = Math.max(most, depth);
	}
	return most;
}
