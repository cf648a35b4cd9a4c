/** A stretch of a file that remembers where it stood, so that an error can name the line. */

export interface TextPiece {
	text: string;
	/** Line of the first character in its file, counted from 1. */
	line: number;
}

/** Lines without the blank ones at both ends, as a piece; `first` is the line number of `lines[0]`. */
export function pieceOf(lines: string[], first: number): TextPiece {
	let start = 0;
	let end = lines.length;
	while (start < end && lines[start]!.trim() === '') start++;
	while (end > start && lines[end - 1]!.trim() === '') end--;
	return { text: lines.slice(start, end).join('\n'), line: first + (start === end ? 0 : start) };
}

/** File text as lines, whatever ends them and without a byte order mark. */
export function linesOf(text: string): string[] {
	return text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
}

export interface Fence extends TextPiece {
	/** The word behind the opening marks, such as `mermaid` or `sql`; empty where there is none. */
	language: string;
	/** Line of the opening marks. */
	opening: number;
}

const FENCE = /^ {0,3}(`{3,}|~{3,})\s*([^\s`]*)[^`]*$/;

/** Follows code fences from line to line; the opening and the closing line count as inside. */
export class FenceReader {
	private mark = '';
	/** Language of the open fence; undefined outside. */
	language: string | undefined;

	/** @returns whether this line belongs to a fence. */
	read(line: string): boolean {
		if (this.language !== undefined) {
			const close = /^ {0,3}(`{3,}|~{3,})\s*$/.exec(line)?.[1];
			if (close?.startsWith(this.mark)) this.language = undefined;
			return true;
		}
		const open = FENCE.exec(line);
		if (!open) return false;
		this.mark = open[1]!;
		this.language = open[2]!;
		return true;
	}
}

/** The code fences of a piece, without their marks; `line` is that of the first line of code. */
export function fencesOf(piece: TextPiece): Fence[] {
	const fences: Fence[] = [];
	const reader = new FenceReader();
	let inside: string[] | undefined;
	let opening = 0;
	let language = '';
	piece.text.split('\n').forEach((line, index) => {
		const belongs = reader.read(line);
		if (!belongs) return;
		if (inside === undefined) {
			inside = [];
			opening = piece.line + index;
			language = reader.language ?? '';
		} else if (reader.language === undefined) {
			fences.push({ language, opening, line: opening + 1, text: inside.join('\n') });
			inside = undefined;
		} else {
			inside.push(line);
		}
	});
	if (inside !== undefined) {
		// A fence that never ends may have no line below its opening.
		const code: string[] = inside;
		const line = opening + (code.length > 0 ? 1 : 0);
		fences.push({ language, opening, line, text: code.join('\n') });
	}
	return fences;
}
