/** The count on the installed app's icon, where the platform has one. */

/** @param count cards left today; 0 clears it */
export function showBadge(count: number): void {
	if (!('setAppBadge' in navigator)) return;
	const shown = count > 0 ? navigator.setAppBadge(count) : navigator.clearAppBadge();
	// Not installed, or not allowed: a badge is a courtesy.
	shown.catch(() => {});
}
