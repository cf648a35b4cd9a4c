/** Tells when the page comes into sight, goes out of it or is left. */

/**
 * @param look called where the page may have come back to the person
 * @param leave called where it goes out of sight, before `look`, or is left: what is not kept yet may be lost after it
 * @returns what ends it
 */
export function watchPage({ look, leave }: { look: () => void; leave: () => void }): () => void {
	const controller = new AbortController();
	const { signal } = controller;
	const turn = () => {
		if (document.visibilityState === 'hidden') leave();
		look();
	};
	document.addEventListener('visibilitychange', turn, { signal });
	for (const name of ['pageshow', 'focus', 'resume']) addEventListener(name, turn, { signal });
	addEventListener('pagehide', leave, { signal });
	return () => controller.abort();
}
