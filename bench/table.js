/** The table that the bench prints: a figure, its baseline of the same run, their ratio, and a verdict. */

/**
 * @typedef {object} Row
 * @property {string} figure what was measured
 * @property {number} ours
 * @property {number} [baseline] of the same run
 * @property {number} [limit] the greatest ratio to the baseline that is good enough; none: no target
 * @property {number} [most] the greatest `ours` that is good enough
 * @property {string} unit
 * @property {string} [note]
 */

/** @param {number[]} values @returns {number} NaN for none */
export function median(values) {
	const sorted = values.toSorted((a, b) => a - b);
	const middle = sorted.length / 2;
	const upper = sorted[Math.floor(middle)] ?? NaN;
	return Number.isInteger(middle) ? ((sorted[middle - 1] ?? NaN) + upper) / 2 : upper;
}

/** @param {number} value */
function short(value) {
	if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-US');
	return value.toLocaleString('en-US', { maximumSignificantDigits: 2 });
}

/** @param {Row} row @returns {'met' | 'missed' | ''} */
export function verdictOf({ ours, baseline, limit, most }) {
	if (limit === undefined && most === undefined) return '';
	const ratio = limit === undefined || ours <= limit * (baseline ?? NaN);
	return ratio && (most === undefined || ours <= most) ? 'met' : 'missed';
}

/** @param {Row} row @returns {string[]} */
function cells(row) {
	const { figure, ours, baseline, limit, most, unit, note = '' } = row;
	const targets = [
		limit === undefined ? '' : `≤ ${limit}×`,
		most === undefined ? '' : `≤ ${short(most)} ${unit}`,
	].filter(Boolean);
	return [
		figure,
		`${short(ours)} ${unit}`,
		baseline === undefined ? '–' : `${short(baseline)} ${unit}`,
		baseline === undefined ? '–' : `${(ours / baseline).toFixed(2)}×`,
		targets.join(', ') || '–',
		verdictOf(row) || '–',
		note,
	];
}

const HEAD = ['figure', 'ours', 'baseline', 'ratio', 'target', 'verdict', 'note'];

/** @param {string} title @param {Row[]} rows @returns {string} Markdown, aligned for a terminal too */
export function table(title, rows) {
	const lines = [HEAD, ...rows.map(cells)];
	const widths = HEAD.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
	const [head = '', ...body] = lines.map((line) => {
		const padded = line.map((cell, at) =>
			at > 0 && at < 4 ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0),
		);
		return `| ${padded.join(' | ')} |`;
	});
	const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
	return [`\n${title}\n`, head, rule, ...body].join('\n');
}
