/** Puts text on the clipboard and says so. */
import type { App } from './app.svelte.ts';

/** @param told what to say of a text that is too long to be said; the text itself by default */
export async function copyText(app: App, text: string, told = text): Promise<void> {
	try {
		await navigator.clipboard.writeText(text);
		app.toasts.show(`Copied ${told}`);
	} catch {
		const rest = told === text ? ` It reads ${text}` : ' Save it as a file instead.';
		app.toasts.show(`The browser does not let the page copy.${rest}`);
	}
}
