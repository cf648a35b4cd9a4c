/** The head of a Markdown file: `key: value` or `key = "value"` between two lines of `---` or `+++`. */

export interface FrontLines {
	values: ReadonlyMap<string, string>;
	/** Number of lines that the head takes; 0 where there is none. */
	lines: number;
}

const MOST = 200;

export function readFrontLines(lines: readonly string[]): FrontLines {
	const values = new Map<string, string>();
	const start = lines.findIndex((line) => line.trim() !== '');
	const mark = lines[start]?.trim() ?? '';
	if (mark !== '---' && mark !== '+++') return { values, lines: 0 };
	const end = lines
		.slice(0, start + MOST)
		.findIndex((line, at) => at > start && line.trim() === mark);
	if (end < 0) return { values, lines: 0 };
	let key = '';
	for (const line of lines.slice(start + 1, end)) {
		const pair = /^([\w-]{1,40})\s*[:=]\s*(.*)$/s.exec(line);
		// A list may stand below its key, an item a line.
		const item = /^\s*-\s+(.*)$/s.exec(line)?.[1];
		if (pair) {
			key = pair[1]!.toLowerCase();
			values.set(key, plainValue(pair[2]!));
		} else if (item !== undefined && key) {
			values.set(key, [values.get(key), item.trim()].filter(Boolean).join(', '));
		}
	}
	return { values, lines: end + 1 };
}

function plainValue(text: string): string {
	const value = text.trim();
	const quoted = /^(["'])(.*)\1$/.exec(value);
	if (!quoted) return value;
	try {
		return quoted[1] === '"' ? String(JSON.parse(value)) : quoted[2]!;
	} catch {
		return quoted[2]!;
	}
}

/** `[a, b]` or `a, b` as a list; what a plain item cannot hold stands in quotes, as JSON writes it. */
export function listValue(text: string | undefined): string[] {
	const inner = (text ?? '').replace(/^\[(.*)\]$/s, '$1');
	const items = inner.match(/\s*"(?:[^"\\]|\\.)*"\s*(?=,|$)|[^,]+/g) ?? [];
	return items.map((item) => itemValue(item.trim())).filter((item) => item !== '');
}

/** An item as `listValue` reads it back. */
export function listItem(item: string): string {
	return /^[^\s,[\]"']+$/.test(item) ? item : JSON.stringify(item);
}

function itemValue(item: string): string {
	return /^["'].*["']$/s.test(item) ? plainValue(item) : item;
}
