/** Reads boxes and arrows from mermaid flowchart text, forgiving what is half typed. */

export interface FlowNode {
	id: string;
	/** What stands in the box; the id where nothing does. */
	label: string;
}

export interface FlowEdge {
	from: string;
	to: string;
	/** Empty where the arrow says nothing. */
	label: string;
}

export interface Flowchart {
	nodes: FlowNode[];
	edges: FlowEdge[];
}

/** A drawing larger than this is no drawing; reading stops there. */
const LONGEST_TEXT = 20_000;

const NOT_A_BOX =
	/^(flowchart|graph|subgraph|end|direction|accDescr|accTitle|style|linkStyle|classDef|class|click|%%)\b|^%%|^---/;
const ID = /\s*([\p{L}\p{N}_](?:[\p{L}\p{N}_]|-(?![-.>]))*)/uy;
const ARROW =
	/\s*(?:<|[xo](?=[-=]))?(?:(--|==|-\.)\s+([^|>=-][^|>]*?)\s*(?:-->|==>|\.->|---|===)|(?:-{2,}|={2,}|-\.+-|~~~)[>xo]?)\s*(?:\|([^|]*)\|)?/y;
const CLOSERS: Record<string, string> = { '[': ']', '(': ')', '{': '}', '>': ']' };

/**
 * Every box once, in the order of its first mention, and every arrow between them. What cannot be read is
 * passed over; never throws. Knows `a[Label]`, `a --> b`, `a -->|says| b`, `a -- says --> b`, `a & b`, chains,
 * quoted labels and subgraphs, whose boxes count and whose titles do not.
 */
export function readFlowchart(text: string): Flowchart {
	const labels = new Map<string, string>();
	const edges: FlowEdge[] = [];
	for (const whole of text.slice(0, LONGEST_TEXT).split('\n')) {
		// A description may hold a semicolon, which parts statements elsewhere.
		if (NOT_A_BOX.test(whole.trim())) continue;
		for (const statement of whole.split(';')) {
			const line = statement.trim();
			if (line !== '' && !NOT_A_BOX.test(line)) readStatement(line, labels, edges);
		}
	}
	return { nodes: [...labels].map(([id, label]) => ({ id, label })), edges };
}

function readStatement(line: string, labels: Map<string, string>, edges: FlowEdge[]): void {
	let at = 0;
	let before: string[] = [];
	let said = '';
	while (at < line.length) {
		const group = readGroup(line, at, labels);
		if (group.ids.length === 0) return;
		for (const from of before) for (const to of group.ids) edges.push({ from, to, label: said });
		ARROW.lastIndex = group.end;
		const arrow = ARROW.exec(line);
		if (!arrow) return;
		said = clean(arrow[2] ?? arrow[3] ?? '');
		before = group.ids;
		at = ARROW.lastIndex;
	}
}

function readGroup(line: string, from: number, labels: Map<string, string>) {
	const ids: string[] = [];
	let end = from;
	for (;;) {
		ID.lastIndex = end;
		const id = ID.exec(line)?.[1];
		if (id === undefined) return { ids, end };
		const box = readBox(line, ID.lastIndex);
		if (box.label !== '' || !labels.has(id)) labels.set(id, box.label || (labels.get(id) ?? id));
		ids.push(id);
		end = box.end;
		const and = /^\s*&/.exec(line.slice(end));
		if (!and) return { ids, end };
		end += and[0].length;
	}
}

/** What stands between the brackets that open at a place; a box that is not closed runs to the end. */
function readBox(line: string, from: number): { label: string; end: number } {
	const open = line[from] ?? '';
	if (!Object.hasOwn(CLOSERS, open)) return { label: '', end: from };
	const quoted = line.indexOf('"', from);
	const stack: string[] = [];
	let inQuotes = false;
	for (let at = from; at < line.length; at++) {
		const sign = line[at] ?? '';
		if (sign === '"' && quoted >= 0) inQuotes = !inQuotes;
		if (inQuotes) continue;
		const closes = CLOSERS[sign];
		if (closes !== undefined && (sign !== '>' || at === from)) stack.push(closes);
		else if (sign === stack.at(-1)) stack.pop();
		if (stack.length === 0) {
			const classes = /^:::[\w-]+/.exec(line.slice(at + 1))?.[0].length ?? 0;
			return { label: clean(line.slice(from, at + 1)), end: at + 1 + classes };
		}
	}
	return { label: clean(line.slice(from)), end: line.length };
}

function clean(text: string): string {
	return text
		.replace(/^[[({>/\\]+|[\])}/\\]+$/g, '')
		.replace(/<br\s*\/?>/gi, ' ')
		.replace(/["`]/g, '')
		.replace(/\s+/g, ' ')
		.trim();
}
