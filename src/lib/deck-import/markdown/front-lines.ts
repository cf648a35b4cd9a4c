/** The head of a Markdown file: `key: value` or `key = "value"` between two lines of `---`. */

export interface FrontLines {
	values: ReadonlyMap<string, string>;
	/** Number of lines that the head takes; 0 where there is none. */
	lines: number;
}

const MOST = 200;

export function readFrontLines(lines: readonly string[]): FrontLines {
	const values = new Map<string, string>();
	const start = lines.findIndex((line) => line.trim() !== '');
	if (start < 0 || lines[start]!.trim() !== '---') return { values, lines: 0 };
	const end = lines
		.slice(0, start + MOST)
		.findIndex((line, at) => at > start && line.trim() === '---');
	if (end < 0) return { values, lines: 0 };
	for (const line of lines.slice(start + 1, end)) {
		const pair = /^([\w-]{1,40})\s*[:=]\s*(.*)$/s.exec(line);
		if (pair) values.set(pair[1]!.toLowerCase(), plainValue(pair[2]!));
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

/** `[a, b]` or `a, b` as a list. */
export function listValue(text: string | undefined): string[] {
	const inner = (text ?? '').replace(/^\[(.*)\]$/, '$1');
	return inner
		.split(',')
		.map((item) => item.trim())
		.filter((item) => item !== '');
}
