/** The focus goes to a place of its own where what has it goes away, and not to nowhere. */
import type { Attachment } from 'svelte/attachments';

const TAKES_FOCUS = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';

/**
 * Watches over the focus within an element that stays: where what has it is removed, it goes to another.
 * @param to asked once that has happened; without it, what has come to stand in its place within the element
 */
export function keepFocus(to?: () => HTMLElement | undefined): Attachment<HTMLElement> {
	return (root) => {
		let had: { element: HTMLElement; at: number } | undefined;
		const entered = ({ target }: FocusEvent) => {
			if (!(target instanceof HTMLElement)) return;
			had = { element: target, at: takersIn(root).indexOf(target) };
		};
		const left = () => {
			const from = had;
			// Browsers differ in whether they tell of it before or after what had it is removed.
			queueMicrotask(() => {
				const elsewhere = from?.element.isConnected && document.activeElement !== from.element;
				if (elsewhere && had === from) had = undefined;
			});
		};
		const observer = new MutationObserver(() => {
			if (!had || had.element.isConnected) return;
			const { at } = had;
			had = undefined;
			const { activeElement } = document;
			if (activeElement && activeElement !== document.body) return;
			(to ? to() : takerAt(root, at))?.focus({ preventScroll: true });
		});
		root.addEventListener('focusin', entered);
		root.addEventListener('focusout', left);
		observer.observe(root, { childList: true, subtree: true });
		return () => {
			observer.disconnect();
			root.removeEventListener('focusin', entered);
			root.removeEventListener('focusout', left);
		};
	};
}

function takersIn(root: HTMLElement): HTMLElement[] {
	return [...root.querySelectorAll<HTMLElement>(TAKES_FOCUS)].filter(isThere);
}

function takerAt(root: HTMLElement, at: number): HTMLElement | undefined {
	const there = takersIn(root);
	return there[Math.max(at, 0)] ?? there.at(-1);
}

function isThere(element: HTMLElement): boolean {
	return element.getClientRects().length > 0 && !element.matches(':disabled');
}
