/** Lets what stands be seen first. */

/** ms after which a page that draws nothing, because nobody sees it, is no longer waited for. */
const PATIENCE_MS = 100;

/** Resolves once the browser has drawn what was last put up. */
export function painted(): Promise<void> {
	return new Promise((resolve) => {
		const limit = setTimeout(resolve, PATIENCE_MS);
		requestAnimationFrame(() => {
			clearTimeout(limit);
			setTimeout(resolve, 0);
		});
	});
}
