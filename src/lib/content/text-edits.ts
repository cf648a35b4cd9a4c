/** What the buttons and keys of an editor do to a text and what is selected in it. */

export interface Selection {
	text: string;
	start: number;
	end: number;
}

/** Puts marks around what is selected, or takes them away where they are there already. */
export function wrap(at: Selection, before: string, after = before): Selection {
	const { text, start, end } = at;
	const inside = text.slice(start, end);
	const around =
		text.slice(0, start).endsWith(before) && text.slice(end).startsWith(after) && before.length > 0;
	if (around) {
		const from = start - before.length;
		const next = text.slice(0, from) + inside + text.slice(end + after.length);
		return { text: next, start: from, end: from + inside.length };
	}
	const next = text.slice(0, start) + before + inside + after + text.slice(end);
	return { text: next, start: start + before.length, end: end + before.length };
}

/** The next number of a cloze that no blank has yet; `last` gives that of the last one again. */
export function nextCloze(texts: readonly string[], again: boolean): number {
	const numbers = texts.flatMap((text) =>
		[...text.matchAll(/\{\{c(\d{1,3})/gi)].map(([, n]) => Number(n)),
	);
	const most = Math.max(0, ...numbers);
	return again && most > 0 ? most : most + 1;
}

/** Hides what is selected; with nothing selected, an empty blank to type into. */
export function hide(at: Selection, number: number): Selection {
	return wrap(at, `{{c${number}::`, '}}');
}

/** Puts a piece on lines of its own in place of what is selected, the caret behind it. */
export function insertBlock({ text, start, end }: Selection, block: string): Selection {
	const before = text.slice(0, start);
	const gap = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
	const after = text.slice(end);
	const tail = after.startsWith('\n') ? '' : '\n';
	const place = start + gap.length + block.length;
	return { text: before + gap + block + tail + after, start: place, end: place };
}

/** Puts a piece in place of what is selected, the caret behind it. */
export function insert({ text, start, end }: Selection, piece: string): Selection {
	const place = start + piece.length;
	return { text: text.slice(0, start) + piece + text.slice(end), start: place, end: place };
}

/** What is selected as a block of code, or an empty one with the caret in it. */
export function fence({ text, start, end }: Selection, language = ''): Selection {
	const inside = text.slice(start, end);
	const open = `\`\`\`${language}\n`;
	const placed = insertBlock({ text, start, end }, `${open}${inside}\n\`\`\``);
	const caret = placed.start - 4;
	return { text: placed.text, start: caret - inside.length, end: caret };
}

export const TABLE = '| Option | Cost |\n| --- | --- |\n|  |  |';
