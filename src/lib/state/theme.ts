/** Keeps the page's theme in step with the choice and with the system; `static/theme.js` does the same before the first paint. */

export type Theme = 'system' | 'light' | 'dark';

const KEY = 'onsite-theme';
const GROUND = { light: '#faf9f6', dark: '#141618' };

function paint(choice: Theme): void {
	const dark =
		choice === 'dark' ||
		(choice === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
	const theme = dark ? 'dark' : 'light';
	document.documentElement.dataset.theme = theme;
	document.querySelector('meta[name="theme-color"]')?.setAttribute('content', GROUND[theme]);
}

/** Shows the theme now and follows the system from now on; returns how to stop following. */
export function applyTheme(choice: Theme): () => void {
	try {
		localStorage.setItem(KEY, choice);
	} catch {
		// Blocked storage costs only the early paint at the next start.
	}
	paint(choice);
	const system = matchMedia('(prefers-color-scheme: dark)');
	const follow = () => paint(choice);
	// Paper is white, whatever the screen is.
	const lighten = () => paint('light');
	system.addEventListener('change', follow);
	window.addEventListener('beforeprint', lighten);
	window.addEventListener('afterprint', follow);
	return () => {
		system.removeEventListener('change', follow);
		window.removeEventListener('beforeprint', lighten);
		window.removeEventListener('afterprint', follow);
	};
}
