/** Keeps the screen on while something runs, where the browser lets it; a refusal changes nothing. */

/** Keeps it on until the returned function is called; the browser lets go when the page is hidden, so it is asked again. */
export function keepAwake(): () => void {
	let held: WakeLockSentinel | undefined;
	let over = false;
	const ask = async () => {
		if (over || document.visibilityState !== 'visible' || (held && !held.released)) return;
		try {
			const lock = await navigator.wakeLock?.request('screen');
			if (over) void lock?.release();
			else held = lock;
		} catch {
			// A low battery or a setting: the screen then goes dark as it always does.
		}
	};
	const look = () => void ask();
	document.addEventListener('visibilitychange', look);
	look();
	return () => {
		over = true;
		document.removeEventListener('visibilitychange', look);
		held?.release().catch(() => {});
	};
}
