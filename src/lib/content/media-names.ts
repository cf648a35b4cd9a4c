/** The files that a text names: pictures and sounds, as HTML, Anki and Markdown write them. */

const FILE = /\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))|\[sound:([^\]]+)\]|\]\(([^)\s]+)/gi;

/** Each as it stands there, and as it is without the marks of addresses. */
export function mediaNames(text: string): string[] {
	const names: string[] = [];
	for (const [, ...found] of text.matchAll(FILE)) {
		for (const name of found) if (name) names.push(name, decoded(name));
	}
	return names;
}

function decoded(name: string): string {
	const text = name.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
	try {
		return decodeURIComponent(text).normalize('NFC');
	} catch {
		return text.normalize('NFC');
	}
}
