/** Where boxes and arrows stand in mermaid flowchart text, forgiving what is half typed. */

/** A stretch of the text, `end` not included. */
export interface Span {
	start: number;
	end: number;
}

/** A box as a statement names it: `a`, `a[Label]` or `a:::class`. */
export interface Mention extends Span {
	id: string;
	/** Behind the id. */
	idEnd: number;
	/** Its brackets and what is in them; a box that is not closed runs to the end of its line. */
	box?: Span;
	/** What the box says; empty where there is none. */
	label: string;
}

export interface Arrow extends Span {
	label: string;
	/** The words alone, without their bars or dashes. */
	says?: Span;
}

/** `a & b --> c` as groups of boxes with the arrows between them: always one arrow less than groups. */
export interface Statement extends Span {
	/** Behind what could be read. */
	readTo: number;
	groups: Mention[][];
	arrows: Arrow[];
}

/** A drawing larger than this is no drawing; reading stops there. */
export const LONGEST_FLOWCHART = 20_000;

const NOT_A_BOX =
	/^(flowchart|graph|subgraph|end|direction|accDescr|accTitle|style|linkStyle|classDef|class|click|%%)\b|^%%|^---/;
/** Lines that are no boxes to their end, whatever semicolons they hold: in words, in addresses, in colors. */
const NEVER_PARTED =
	/^(subgraph|accDescr|accTitle|style|linkStyle|classDef|class|click)\b|^%%|^---/;
const ID = /\s*([\p{L}\p{N}_](?:[\p{L}\p{N}_]|-(?![-.>]))*)/uy;
const ARROW =
	/\s*(?:<|[xo](?=[-=]))?(?:(--|==|-\.)\s+([^|>=-][^|>]*?)\s*(?:-->|==>|\.->|---|===)|(?:-{2,}|={2,}|-\.+-|~~~)[>xo]?)\s*(?:\|([^|]*)\|)?/dy;
const CLASSES = /:::[\w-]+/y;
/** The newer way to say shape and label: `a@{ shape: cyl, label: "Store" }`. */
const TRAITS = /@\{([^}\n]*)\}/y;
const CLOSERS: Record<string, string> = { '[': ']', '(': ')', '{': '}', '>': ']' };

/** Whether a line could not stand for boxes if it began so, such as `end` or `style x`. */
export function isReserved(line: string): boolean {
	return NOT_A_BOX.test(line.trim());
}

/** Every statement that names a box, in order. Never throws. */
export function scanFlowchart(text: string): Statement[] {
	const statements: Statement[] = [];
	let start = 0;
	for (const whole of text.slice(0, LONGEST_FLOWCHART).split('\n')) {
		let from = start;
		for (const piece of whole.split(';')) {
			// To the end of the line, wherever in it that begins.
			if (NEVER_PARTED.test(piece.trimStart())) break;
			const statement = scanStatement(text, trimmed(piece, from));
			if (statement) statements.push(statement);
			from += piece.length + 1;
		}
		start += whole.length + 1;
	}
	return statements;
}

function trimmed(piece: string, from: number): Span {
	const start = from + piece.length - piece.trimStart().length;
	return { start, end: Math.max(start, from + piece.trimEnd().length) };
}

function scanStatement(text: string, span: Span): Statement | undefined {
	const line = text.slice(span.start, span.end);
	if (line === '' || isReserved(line)) return undefined;
	const statement: Statement = { ...span, readTo: span.start, groups: [], arrows: [] };
	let arrow: Arrow | undefined;
	let at = 0;
	while (at < line.length) {
		const group = scanGroup(line, at, span.start);
		if (group.length === 0) break;
		if (arrow) statement.arrows.push(arrow);
		statement.groups.push(group);
		statement.readTo = group.at(-1)?.end ?? statement.readTo;
		ARROW.lastIndex = statement.readTo - span.start;
		const found = ARROW.exec(line);
		if (!found) break;
		arrow = arrowOf(found, span.start);
		at = ARROW.lastIndex;
	}
	return statement.groups.length > 0 ? statement : undefined;
}

function arrowOf(found: RegExpExecArray, offset: number): Arrow {
	const place = found.indices?.[2] ?? found.indices?.[3];
	const start = offset + found.index;
	return {
		...{ start, end: start + found[0].length, label: plain(found[2] ?? found[3] ?? '') },
		...(place ? { says: { start: offset + place[0], end: offset + place[1] } } : {}),
	};
}

function scanGroup(line: string, from: number, offset: number): Mention[] {
	const group: Mention[] = [];
	let end = from;
	for (;;) {
		ID.lastIndex = end;
		const id = ID.exec(line)?.[1];
		if (id === undefined || isReserved(id)) return group;
		const idEnd = ID.lastIndex;
		const box = scanBox(line, idEnd);
		const start = offset + idEnd - id.length;
		group.push({
			...{ id, start, idEnd: offset + idEnd, end: offset + box.end, label: box.label },
			...(box.closed > idEnd ? { box: { start: offset + idEnd, end: offset + box.closed } } : {}),
		});
		const and = /^\s*&/.exec(line.slice(box.end));
		if (!and) return group;
		end = box.end + and[0].length;
	}
}

/** What stands between the brackets that open at a place. `closed` is behind them, `end` behind classes too. */
function scanBox(line: string, from: number): { label: string; closed: number; end: number } {
	TRAITS.lastIndex = from;
	const traits = TRAITS.exec(line);
	if (traits) {
		const label = /\blabel:\s*(?:"([^"]*)"|([^,"]+))/.exec(traits[1] ?? '');
		const end = TRAITS.lastIndex;
		return {
			label: words(label?.[1] ?? label?.[2] ?? ''),
			closed: end,
			end: afterClasses(line, end),
		};
	}
	const open = line[from] ?? '';
	if (!Object.hasOwn(CLOSERS, open))
		return { label: '', closed: from, end: afterClasses(line, from) };
	const stack: string[] = [];
	let inQuotes = false;
	for (let at = from; at < line.length; at++) {
		const sign = line[at] ?? '';
		if (sign === '"') inQuotes = !inQuotes;
		if (inQuotes) continue;
		const closes = CLOSERS[sign];
		if (closes !== undefined && (sign !== '>' || at === from)) stack.push(closes);
		else if (sign === stack.at(-1)) stack.pop();
		if (stack.length === 0) {
			const closed = at + 1;
			return { label: plain(line.slice(from, closed)), closed, end: afterClasses(line, closed) };
		}
	}
	return { label: plain(line.slice(from)), closed: line.length, end: line.length };
}

function afterClasses(line: string, from: number): number {
	CLASSES.lastIndex = from;
	return CLASSES.test(line) ? CLASSES.lastIndex : from;
}

/** What is said between brackets or on an arrow, without these. */
function plain(text: string): string {
	return words(text.replace(/^[[({>/\\]+|[\])}/\\]+$/g, ''));
}

function words(text: string): string {
	return text
		.replace(/<br\s*\/?>/gi, ' ')
		.replace(/["`]/g, '')
		.replace(/\s+/g, ' ')
		.trim();
}
