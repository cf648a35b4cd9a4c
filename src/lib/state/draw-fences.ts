/** Puts drawings in place of the mermaid fences of a text that was rendered without them. */
import { escapeHtml, unescapeHtml } from '$lib/deck-import/template/html-text.ts';
import type { DrawingFault, DrawingResult } from '../interview/drawing.ts';
import { drawOnce } from './mermaid-drawing.ts';

const UNDRAWN = /<pre class="undrawn"><code>([\s\S]*?)<\/code><\/pre>/g;
/** Texts whose drawing is kept, the latest. */
const MOST = 40;
/** Drawings of one side of a card: each may take a second. */
const MOST_FENCES = 6;

const known = new Map<string, Promise<DrawingResult>>();

function drawingOf(fence: string): Promise<DrawingResult> {
	const drawing = known.get(fence) ?? drawOnce(fence);
	known.delete(fence);
	known.set(fence, drawing);
	// What could not be drawn for want of a network is tried again.
	void drawing.then((result) => 'fault' in result && known.delete(fence));
	for (const oldest of known.keys()) {
		if (known.size <= MOST) break;
		known.delete(oldest);
	}
	return drawing;
}

function inWords({ what, line }: DrawingFault): string {
	const where = line === undefined ? '' : `Line ${line}: `;
	return `<p class="not-drawn">This diagram is not drawn. ${escapeHtml(where + what)}</p>`;
}

/** @param html safe already; what cannot be drawn stays as its text, with the reason */
export async function drawFences(html: string): Promise<string> {
	const fences = [...html.matchAll(UNDRAWN)].map(([, code = '']) => unescapeHtml(code));
	if (fences.length === 0) return html;
	const drawings = await Promise.all(fences.slice(0, MOST_FENCES).map(drawingOf));
	let at = 0;
	return html.replace(UNDRAWN, (text) => {
		const result = drawings[at++] ?? { fault: TOO_MANY };
		return 'drawing' in result ? result.drawing.svg : inWords(result.fault) + text;
	});
}

const TOO_MANY: DrawingFault = {
	kind: 'limit',
	what: `Of one side of a card the first ${MOST_FENCES} are drawn.`,
};
