/** Holds drawings and fences together: each fence has its drawing, each drawing its fence, none too wide for a phone. */
import { DRAWINGS_FOLDER, drawingName, WIDEST_DRAWING } from './diagram.ts';
import { quote, type Mistake } from './mistake.ts';
import type { ReadPattern } from './read-pattern.ts';

/** Width of a drawing at its natural size, in px. */
export function drawingWidth(svg: string): number {
	return Number(/viewBox="[\d.-]+ [\d.-]+ ([\d.]+) [\d.]+"/.exec(svg)?.[1] ?? NaN);
}

/** Shapes and words: what `npm run draw` writes, and all that may be put into a page. */
const TAGS =
	/^<\/?(svg|title|defs|marker|g|path|rect|circle|ellipse|polygon|polyline|line|text)(\s[^<>]*)?>$/;

/** The first thing in a drawing that could do more than be seen. */
function findForeign(svg: string): string | undefined {
	const tags = svg.match(/<[^>]*>?/g) ?? [];
	return tags.find((tag) => !TAGS.test(tag) || /\s(on\w+|href|xlink:href)\s*=/i.test(tag));
}

/** `drawings` holds SVG by file name. A drawing whose fence has changed is one without a fence. */
export function checkDrawings(
	patterns: ReadPattern[],
	drawings: ReadonlyMap<string, string>,
): Mistake[] {
	const mistakes: Mistake[] = [];
	const wanted = new Set<string>();
	for (const { file, id, diagrams } of patterns) {
		for (const fence of diagrams) {
			const name = drawingName(id, fence.text);
			const svg = drawings.get(name);
			wanted.add(name);
			if (svg === undefined) {
				const what = 'this diagram has no drawing, or an older one';
				mistakes.push({ file, line: fence.line, what, right: 'run: npm run draw' });
			} else if (drawingWidth(svg) > WIDEST_DRAWING) {
				const what = `the drawing is ${Math.round(drawingWidth(svg))} px wide`;
				const right = `at most ${WIDEST_DRAWING}: use TD, shorter labels or fewer participants`;
				mistakes.push({ file, line: fence.line, what, right });
			}
		}
	}
	for (const [name, svg] of drawings) {
		const foreign = findForeign(svg);
		if (foreign !== undefined) {
			const what = `the drawing holds ${quote(foreign)}`;
			const right = 'remove the file and run: npm run draw';
			mistakes.push({ file: DRAWINGS_FOLDER + name, line: 1, what, right });
		}
		if (wanted.has(name)) continue;
		const what = 'no diagram of the catalog has this drawing';
		mistakes.push({ file: DRAWINGS_FOLDER + name, line: 1, what, right: 'run: npm run draw' });
	}
	return mistakes;
}
