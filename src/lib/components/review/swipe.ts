/** Turns a sideways drag on a touch screen into a left or right swipe. */
import type { Attachment } from 'svelte/attachments';

/** Pixels of travel that make a swipe. */
const ENOUGH = 90;
/** How much more sideways than up or down it must go, so that scrolling stays scrolling. */
const SIDEWAYS = 1.6;

/**
 * @param act what a finished swipe does; a swipe that is let go too early does nothing
 * @param moved called while dragging, with -1 to 1 for how far it has come, 0 when it ends
 */
export function swipe(
	act: (to: 'left' | 'right') => void,
	moved: (share: number) => void,
): Attachment<HTMLElement> {
	return (element) => {
		let start: { x: number; y: number; id: number } | undefined;
		let travel = 0;

		const down = (event: PointerEvent) => {
			const target = event.target as Element;
			if (event.pointerType !== 'touch' || !event.isPrimary) return;
			// What scrolls sideways or is pressed keeps its own gesture.
			if (target.closest('pre, .table, button, a, input, label, svg, summary')) return;
			start = { x: event.clientX, y: event.clientY, id: event.pointerId };
			travel = 0;
		};
		const move = (event: PointerEvent) => {
			if (event.pointerId !== start?.id) return;
			const x = event.clientX - start.x;
			const y = event.clientY - start.y;
			travel = Math.abs(x) > Math.abs(y) * SIDEWAYS ? x : 0;
			moved(Math.max(-1, Math.min(1, travel / ENOUGH)));
		};
		const end = () => {
			const done = travel;
			start = undefined;
			travel = 0;
			moved(0);
			if (Math.abs(done) >= ENOUGH) act(done > 0 ? 'right' : 'left');
		};
		const cancel = () => {
			start = undefined;
			travel = 0;
			moved(0);
		};

		element.addEventListener('pointerdown', down);
		element.addEventListener('pointermove', move);
		element.addEventListener('pointerup', end);
		element.addEventListener('pointercancel', cancel);
		return () => {
			element.removeEventListener('pointerdown', down);
			element.removeEventListener('pointermove', move);
			element.removeEventListener('pointerup', end);
			element.removeEventListener('pointercancel', cancel);
		};
	};
}
