/** Puts packed media in place of their names, and a note in place of what would have to be fetched. */
import { attributeOf, escapeHtml, tagsOf } from './html-text.ts';

export interface MediaUse {
	html: string;
	/** Addresses that were not fetched. */
	remote: string[];
	/** Names that the file does not hold. */
	missing: string[];
}

/** The hash of a packed file by its name; undefined where there is none. */
export type MediaLookup = (name: string) => string | undefined;

const PICTURES = new Set(['img', 'image', 'video', 'audio', 'source', 'embed', 'iframe', 'object']);
/** What is for machines or fingers, not for reading; gone with all that is inside. */
const DROPPED = new Set(['script', 'style', 'canvas', 'button', 'noscript', 'template']);
/** Without content of their own; a browser that only looks at such a tag already asks its policy about it. */
const LONE = new Set(['base', 'meta', 'link']);
const SOUND = /\[(sound|answer-sound):([^\]<>]{1,500})\]/g;

/** What the back of a template says itself, without the front that it repeats: its sounds are those of the answer. */
export function saidByAnswer(html: string): string {
	return html.replaceAll('[sound:', '[answer-sound:');
}

/**
 * Pictures and sounds become `data-media` with the hash of the content, which the screen turns into what
 * the database holds; nothing else in the output names a file or an address.
 */
export function placeMedia(html: string, lookup: MediaLookup): MediaUse {
	const use: MediaUse = { html: '', remote: [], missing: [] };
	let out = '';
	let done = 0;
	for (const { start, end, name } of tagsOf(html)) {
		if (start < done) continue;
		if (DROPPED.has(name)) {
			out += html.slice(done, start);
			done = endOfElement(html, name, end);
			continue;
		}
		if (LONE.has(name)) {
			out += html.slice(done, start);
			done = end;
			continue;
		}
		if (!PICTURES.has(name)) continue;
		const tag = html.slice(start, end);
		const source = attributeOf(tag, name === 'object' ? 'data' : 'src');
		out += html.slice(done, start);
		done = end;
		if (source !== undefined) out += shownFile(source, tag, lookup, use);
	}
	out += html.slice(done);
	use.html = out.replace(SOUND, (_, kind: string, name: string) =>
		shownSound(name, kind === 'sound' ? '' : ' class="answer-sound"', lookup, use),
	);
	return use;
}

/** Behind the tag that closes an element; the end of the text where none does. */
function endOfElement(html: string, name: string, from: number): number {
	const close = new RegExp(`</${name}[^>]*>`, 'gi');
	close.lastIndex = from;
	return close.exec(html) ? close.lastIndex : html.length;
}

function shownFile(source: string, tag: string, lookup: MediaLookup, use: MediaUse): string {
	const alt = attributeOf(tag, 'alt') ?? '';
	if (/^\s*(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(source)) {
		// Pictures within the text itself need no fetching, yet would pass by the judging of media.
		const host = /^\s*(?:https?:)?\/\/([^/?#]{1,100})/i.exec(source)?.[1];
		use.remote.push(source.slice(0, 500));
		const where = host === undefined ? 'from elsewhere' : `on ${host}`;
		const address = host === undefined ? '' : source.trim();
		return note(`${whatOf(tag)} ${where}, not loaded${alt ? `: ${alt}` : ''}`, address);
	}
	const name = decoded(source);
	const hash = lookup(name) ?? lookup(source.normalize('NFC'));
	if (hash !== undefined) {
		return `<img data-media="${hash}" alt="${escapeHtml(alt)}"${looksOf(tag)}>`;
	}
	use.missing.push(name);
	return note(`The file ${name} is missing`);
}

function shownSound(name: string, whose: string, lookup: MediaLookup, use: MediaUse): string {
	const hash = lookup(decoded(name));
	if (hash !== undefined) return `<audio controls data-media="${hash}"${whose}></audio>`;
	use.missing.push(name);
	return note(`The sound ${name} is missing`);
}

function whatOf(tag: string): string {
	if (/^<(?:iframe|embed|object)/i.test(tag)) return 'Page';
	return /^<(?:audio|video|source)/i.test(tag) ? 'Recording' : 'Picture';
}

/** How large it is to be, and what style sheets call it. */
function looksOf(tag: string): string {
	return ['class', 'style', 'width', 'height']
		.map((name) => [name, attributeOf(tag, name)] as const)
		.filter(([, value]) => value !== undefined && value !== '' && value.length < 500)
		.map(([name, value]) => ` ${name}="${escapeHtml(value!)}"`)
		.join('');
}

function note(text: string, address = ''): string {
	const where = address ? ` <span class="address">${escapeHtml(address.slice(0, 500))}</span>` : '';
	return `<span class="missing-media">${escapeHtml(text.slice(0, 200))}${where}</span>`;
}

/** Names stand as in an address or as they are. */
function decoded(source: string): string {
	try {
		return decodeURIComponent(source).normalize('NFC');
	} catch {
		return source.normalize('NFC');
	}
}
