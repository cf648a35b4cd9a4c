/** Columns as they are asked for: sizes are looked at before values, and ids keep all their digits. */

/** Text of at most `most` characters, else null. */
export function textColumn(name: string, most: number): string {
	return `CASE WHEN typeof(${name}) = 'text' AND length(${name}) <= ${most} THEN ${name} END`;
}

/** As `textColumn`, with numbers taken as text too. */
export function wordColumn(name: string, most: number): string {
	return `CASE WHEN typeof(${name}) <> 'blob' AND length(${name}) <= ${most} THEN CAST(${name} AS TEXT) END`;
}

/** Bytes, of text too, of at most `most`, else null. */
export function bytesColumn(name: string, most: number): string {
	return `CASE WHEN length(${name}) <= ${most} THEN CAST(${name} AS BLOB) END`;
}

/** A whole number as text, since beyond 2^53 a number would lose digits; null for anything else. */
export function idColumn(name: string): string {
	return `CASE WHEN typeof(${name}) = 'integer' THEN CAST(${name} AS TEXT) END`;
}

/** A number; null for anything else. */
export function numberColumn(name: string): string {
	return `CASE WHEN typeof(${name}) IN ('integer', 'real') THEN ${name} END`;
}
