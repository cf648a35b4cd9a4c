/** Puts drawings in place of the mermaid fences of a text that was rendered without them. */
import { unescapeHtml } from '$lib/deck-import/template/html-text.ts';
import { drawOnce } from './mermaid-drawing.ts';

const UNDRAWN = /<pre class="undrawn"><code>([\s\S]*?)<\/code><\/pre>/g;
/** Texts whose drawing is kept, the latest. */
const MOST = 40;

const known = new Map<string, Promise<string | undefined>>();

function drawingOf(fence: string): Promise<string | undefined> {
	const drawing = known.get(fence) ?? drawOnce(fence);
	known.delete(fence);
	known.set(fence, drawing);
	// What could not be drawn for want of a network is tried again.
	void drawing.then((svg) => svg === undefined && known.delete(fence));
	for (const oldest of known.keys()) {
		if (known.size <= MOST) break;
		known.delete(oldest);
	}
	return drawing;
}

/** @param html safe already; what cannot be drawn stays as its text */
export async function drawFences(html: string): Promise<string> {
	const fences = [...html.matchAll(UNDRAWN)].map(([, code = '']) => unescapeHtml(code));
	if (fences.length === 0) return html;
	const drawings = await Promise.all(fences.map(drawingOf));
	let at = 0;
	return html.replace(UNDRAWN, (text) => drawings[at++] ?? text);
}
