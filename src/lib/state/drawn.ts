/** Waits for drawings that are being made. */

/** Longer than any drawing takes that is not stuck, in ms. */
const PATIENCE = 4_000;

/** Resolves when nothing below `element` says that it is drawing, or after a while; never rejects. */
export function drawn(element: Element | undefined): Promise<void> {
	return new Promise((resolve) => {
		const over = () => !element?.querySelector('[data-drawing]');
		if (!element || over()) return resolve();
		const watcher = new MutationObserver(() => over() && finish());
		const timer = setTimeout(() => finish(), PATIENCE);
		const finish = () => {
			watcher.disconnect();
			clearTimeout(timer);
			resolve();
		};
		watcher.observe(element, { subtree: true, childList: true, attributes: true });
	});
}
