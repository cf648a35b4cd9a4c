/** The points to tick on the back of a card, apart from the text around them. */
import { FenceReader } from './text-piece.ts';

export interface Checklist {
	/** Markdown of each point. */
	points: string[];
	/** Where each point begins, as the index of its line. */
	lines: number[];
	/** The back without its points. */
	rest: string;
}

/** Takes the `- [ ] points` out of a back; an indented line continues the point above it. */
export function checklistOf(back: string): Checklist {
	const points: string[] = [];
	const lines: number[] = [];
	const rest: string[] = [];
	const fences = new FenceReader();
	let inPoint = false;
	back.split('\n').forEach((line, index) => {
		const point = fences.read(line) ? null : /^[-*] \[[ xX]\] +(.*)$/.exec(line);
		if (point) {
			points.push(point[1]!.trim());
			lines.push(index);
			inPoint = true;
		} else if (inPoint && /^\s+\S/.test(line)) {
			points[points.length - 1] += ` ${line.trim()}`;
		} else {
			inPoint = false;
			rest.push(line);
		}
	});
	return { points, lines, rest: rest.join('\n').trim() };
}
