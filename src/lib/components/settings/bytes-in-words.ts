/** A size as people read it: `0 kB`, `840 kB`, `12 MB`, `1.3 GB`; units of a thousand, as browsers show them. */
export function bytesInWords(bytes: number): string {
	const kilo = Math.max(0, bytes) / 1000;
	if (kilo < 999.5) return `${Math.ceil(kilo)} kB`;
	if (kilo < 999_500) return `${rounded(kilo / 1000)} MB`;
	return `${rounded(kilo / 1_000_000)} GB`;
}

function rounded(size: number): string {
	return size < 9.95 ? size.toFixed(1).replace('.0', '') : String(Math.round(size));
}
