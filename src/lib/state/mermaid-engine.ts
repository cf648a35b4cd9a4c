/** Draws with mermaid in its strictest mode. Loaded only where something is drawn: it is large. */
import mermaid from 'mermaid';
import { scanFlowchart } from '../content/scan-flowchart.ts';
import { drawingExcess } from '../interview/drawing-limits.ts';
import type { DrawingFault, DrawingResult } from '../interview/drawing.ts';
import { inertDiagram } from '../interview/inert-diagram.ts';
import { cleanDrawing } from './clean-drawing.ts';
import { COLORS, FONT_SIZE, mermaidConfig } from './drawing-theme.ts';

const HOST = 'onsite-drawing-host';

/** A drawing takes its colors from the page, which defines them for both themes. */
const FROM_THE_PAGE = Object.fromEntries(Object.keys(COLORS).map((role) => [role, 'currentColor']));

/** What a text could still say about how it is drawn, were it not taken out before: nothing of it counts. */
const SECURE = [
	...[
		'secure',
		'securityLevel',
		'startOnLoad',
		'maxTextSize',
		'maxEdges',
		'suppressErrorRendering',
	],
	...[
		'theme',
		'themeVariables',
		'themeCSS',
		'fontFamily',
		'altFontFamily',
		'fontSize',
		'dompurifyConfig',
	],
	...['htmlLabels', 'layout', 'look', 'deterministicIds', 'arrowMarkerAbsolute', 'flowchart'],
];

let drawn = 0;
let begun = false;

/** Once only: what a poisoned text has left behind would otherwise be read again before the next one. */
function begin(): void {
	if (begun) return;
	begun = true;
	mermaid.initialize({
		...mermaidConfig(getComputedStyle(document.body).fontFamily),
		layout: 'dagre',
		suppressErrorRendering: true,
		secure: SECURE,
	});
}

/** Draws a text, or says why not; never throws, and leaves nothing behind in the page. */
export async function drawText(text: string): Promise<DrawingResult> {
	const inert = inertDiagram(text);
	const excess = drawingExcess(inert);
	if (excess) return { fault: excess };
	begin();
	drawn += 1;
	const host = document.createElement('div');
	host.id = HOST;
	host.inert = true;
	host.style.cssText = 'position:fixed;left:-30000px;top:0;width:1200px;contain:layout style';
	document.body.append(host);
	try {
		const { sanitize } = await import('./sanitize.ts');
		const { svg } = await mermaid.render(`onsite-drawing-${drawn}`, withoutComments(inert), host);
		const clean = cleanDrawing({
			...{ svg, host: `#${HOST}`, prefix: `tip-${drawn}`, description: '' },
			...{ colors: COLORS, fallbacks: FROM_THE_PAGE, fontSize: FONT_SIZE },
			otherwise: { fill: 'node', stroke: 'line' },
		});
		return { drawing: { svg: sanitize(clean.svg), view: clean.view, boxes: clean.boxes } };
	} catch (problem) {
		return { fault: faultOf(problem, inert) };
	} finally {
		host.remove();
	}
}

/** mermaid drops such lines, and then counts too few. */
function withoutComments(text: string): string {
	return text.replace(/^[ \t]*%%[^\n]*$/gm, '');
}

interface ParserComplaint {
	message?: string;
	hash?: { text?: string; token?: string; loc?: { first_line?: number; last_line?: number } };
}

function faultOf(problem: unknown, text: string): DrawingFault {
	const { message = '', hash } = (problem ?? {}) as ParserComplaint;
	// Blank lines above the first word are not counted.
	const above = /^\s*/.exec(withoutComments(text))?.[0].split('\n').length ?? 1;
	const counted = Number(/on line (\d+)/.exec(message)?.[1] ?? NaN);
	const ends = hash?.token === 'NEWLINE' || hash?.token === 'NL' || hash?.token === 'EOF';
	const lines = text.split('\n');
	const open = openBox(text, counted + above - 1);
	if (open !== undefined) return { kind: 'syntax', line: open, what: 'A box is not closed.' };
	const line = Math.min(lines.length, counted + above - 1);
	if (!Number.isFinite(line)) return { kind: 'syntax', what: 'This cannot be drawn yet.' };
	const seen = hash?.text?.trim();
	const what =
		ends || !seen ? 'The line ends too soon.' : `“${seen.slice(0, 20)}” is not expected here.`;
	return { kind: 'syntax', line: ends ? lastWritten(lines, line) : line, what };
}

/** The line of the first box that is not closed: what stands on the lines below it is taken for its label. */
function openBox(text: string, before: number): number | undefined {
	if (!/^\s*(?:flowchart|graph)\b/.test(text)) return undefined;
	const boxes = scanFlowchart(text).flatMap(({ groups }) => groups.flat().map(({ box }) => box));
	const open = boxes.find((box) => box && !/[\])}]$/.test(text.slice(box.start, box.end)));
	const line = open && text.slice(0, open.start).split('\n').length;
	return line !== undefined && line <= before ? line : undefined;
}

/** A statement that ends too soon is noticed at the next line that is not empty. */
function lastWritten(lines: readonly string[], line: number): number {
	for (let at = line; at > 1; at--) if (lines[at - 1]?.trim()) return at;
	return 1;
}
