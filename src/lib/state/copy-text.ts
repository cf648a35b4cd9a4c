/** Puts text on the clipboard and says so. */
import type { App } from './app.svelte.ts';

export async function copyText(app: App, text: string): Promise<void> {
	try {
		await navigator.clipboard.writeText(text);
		app.toasts.show(`Copied ${text}`);
	} catch {
		app.toasts.show(`The browser does not let the page copy. It reads ${text}`);
	}
}
