/** Writes what a person typed so that flowchart text holds it and nothing but it. */

/** Longer labels make boxes that no phone shows. */
export const LONGEST_LABEL = 60;

/** The words of a label as they can stand in a drawing: one line, no quotes, nothing that ends a statement. */
export function cleanLabel(typed: string): string {
	const line = typed
		.replace(/["`]/g, "'")
		.replace(/;/g, ',')
		.replace(/\|/g, '/')
		.replace(/%{2,}/g, '%')
		.replace(/<(?=[a-z/!?])/gi, '‹')
		.replace(/\s+/g, ' ');
	return [...line.trim()].slice(0, LONGEST_LABEL).join('').trim();
}

/** A clean label as it stands in brackets or bars: quoted unless it is nothing but words. */
export function quoteLabel(label: string): string {
	const bare = /^[\p{L}\p{N}]+( [\p{L}\p{N}]+)*$/u.test(label);
	const reserved = /\b(end|default|graph|flowchart|subgraph|style|class|click)\b/i.test(label);
	return bare && !reserved ? label : `"${label}"`;
}
