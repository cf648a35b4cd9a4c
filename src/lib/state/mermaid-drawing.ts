/** Draws the newest text of each place that shows a drawing, one at a time, with mermaid loaded on first use. */
import type { DrawingResult, OpenDrafter } from '../interview/drawing.ts';

/** Typing rests for so long, in ms, before it is drawn; longer where the last drawing took long. */
const REST_MS = 300;

const NO_NETWORK =
	'Drawing needs the network once: what draws is not on this device yet. The text is kept, and is drawn as soon as there is a network.';

async function drawNow(text: string): Promise<DrawingResult> {
	let engine;
	try {
		engine = await import('./mermaid-engine.ts');
	} catch {
		return { fault: { kind: 'network', what: NO_NETWORK } };
	}
	return engine.drawText(text);
}

let last: Promise<unknown> = Promise.resolve();

/** mermaid keeps its state in one place: two drawings at once would mix. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
	const own = last.then(work);
	last = own.catch(() => {});
	return own;
}

/** One drawing, in its turn. Never rejects. */
export function drawOnce(text: string): Promise<DrawingResult> {
	return inTurn(() => drawNow(text));
}

/** A place for one drawing. `show` gets each result with the text that it is of, never one that is outdated. */
export const openDrafter: OpenDrafter = (show) => {
	let wanted: string | undefined;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let drawing = false;
	let closed = false;
	let cost = 0;
	let again: string | undefined;

	async function run(): Promise<void> {
		timer = undefined;
		if (drawing || closed || wanted === undefined) return;
		const text = wanted;
		wanted = undefined;
		drawing = true;
		const result = await inTurn(async () => {
			const began = performance.now();
			const drawn = closed ? undefined : await drawNow(text);
			cost = performance.now() - began;
			return drawn;
		});
		drawing = false;
		if (closed || !result) return;
		again = 'fault' in result && result.fault.kind === 'network' ? text : undefined;
		if (wanted === undefined) show(result, text);
		else schedule(REST_MS);
	}

	function schedule(wait: number): void {
		clearTimeout(timer);
		timer = setTimeout(() => void run(), wait);
	}

	function online(): void {
		if (again === undefined) return;
		wanted ??= again;
		schedule(0);
	}

	addEventListener('online', online);
	return {
		draw(text, pace = 'rested') {
			wanted = text;
			if (pace === 'soon') schedule(0);
			else schedule(Math.max(REST_MS, Math.min(2000, cost * 2)));
		},
		close() {
			closed = true;
			clearTimeout(timer);
			removeEventListener('online', online);
		},
	};
};
