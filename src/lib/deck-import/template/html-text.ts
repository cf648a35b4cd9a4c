/** Plain text and HTML, back and forth, without a browser. */

const NAMED: Record<string, string> = {
	...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', hellip: '…' },
	...{ ndash: '–', mdash: '—', rarr: '→', larr: '←', times: '×', middot: '·', bull: '•' },
};

export function escapeHtml(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}

/** Text with its entities written out. */
export function unescapeHtml(html: string): string {
	return html.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, ...found) => {
		const [decimal, hex, name] = found as (string | undefined)[];
		if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
		const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
		return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
			? String.fromCodePoint(code)
			: '\ufffd';
	});
}

/** What a person would read: breaks as line ends, everything else between `<` and `>` gone. */
export function textOfHtml(html: string): string {
	let text = '';
	let done = 0;
	for (const { start, end, name } of tagsOf(html)) {
		text += html.slice(done, start);
		if (/^\/?(br|div|p|li|tr|h[1-6])$/.test(name)) text += '\n';
		done = end;
	}
	const lines = unescapeHtml(text + html.slice(done)).split('\n');
	return lines
		.map((line) => line.trim())
		.filter((line) => line !== '')
		.join('\n');
}

export interface Tag {
	start: number;
	/** Behind the `>`. */
	end: number;
	/** In lower case, with `/` where it closes; `!--` for a comment. */
	name: string;
}

/** The tags of an HTML text from left to right, quotes respected; one pass, whatever is written. */
export function* tagsOf(html: string): Generator<Tag> {
	const NAME = /<(\/?[a-z][^\s/>]*|!--)/iy;
	for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
		NAME.lastIndex = at;
		const found = NAME.exec(html);
		if (!found) {
			at += 1;
			continue;
		}
		const comment = found[1] === '!--';
		const end = comment ? html.indexOf('-->', at) + 3 : endOfTag(html, at + found[0].length);
		if (end < 3) return;
		yield { start: at, end, name: (found[1] ?? '').toLowerCase() };
		at = end;
	}
}

/** Behind the `>` of a tag; 0 where it does not end. */
function endOfTag(html: string, from: number): number {
	let quote = '';
	for (let at = from; at < html.length; at++) {
		const char = html[at]!;
		if (quote) {
			if (char === quote) quote = '';
		} else if (char === '>') return at + 1;
		else if ((char === '"' || char === "'") && html[at - 1] === '=') quote = char;
	}
	return 0;
}

/** The value of an attribute within a tag as it is written, entities undone. */
export function attributeOf(tag: string, name: string): string | undefined {
	const ATTRIBUTE = /\s([a-z][\w-]*)\s*(?:=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/gi;
	for (const [, found, double, single, bare] of tag.matchAll(ATTRIBUTE)) {
		if (found?.toLowerCase() === name) return unescapeHtml(double ?? single ?? bare ?? '');
	}
	return undefined;
}
