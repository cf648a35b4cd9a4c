/** The page in which an imported card stands: its policy, and how text looks before the card says otherwise. */

/** Nothing is fetched, run, sent or led elsewhere, whatever the card holds. */
export const CARD_POLICY =
	"default-src 'none'; style-src 'unsafe-inline'; img-src blob:; media-src blob:; base-uri 'none'; form-action 'none'";

const TOKENS = [
	...['ground', 'surface', 'sunken', 'ink', 'ink-soft', 'ink-faint', 'line-color', 'line-strong'],
	...[
		'accent',
		'accent-strong',
		'accent-wash',
		'code-ground',
		'picture-paper',
		'mark',
		'font-sans',
		'font-mono',
	],
	...['text-13', 'text-15', 'text-17', 'text-20', 'text-24', 'radius', 'tap'],
];

/** Below what the card says. */
const BASE = `
html { background: transparent; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { color: var(--ink); font: var(--text-17)/1.5 var(--font-sans); overflow-wrap: anywhere; touch-action: pan-y pinch-zoom; }
* { box-sizing: border-box; max-width: 100%; }
h1, h2, h3, h4, h5, h6 { margin: 1.2em 0 0.5em; font-weight: 650; line-height: 1.25; text-wrap: balance; }
h1 { font-size: var(--text-24); } h2 { font-size: var(--text-20); } h3, h4, h5, h6 { font-size: var(--text-17); }
p, ul, ol, dl, pre, table, blockquote, figure, .wide { margin: 0 0 0.75rem; }
ul, ol { padding-left: 1.35em; text-align: start; }
li + li { margin-top: 0.25rem; }
a[href] { color: var(--accent); text-underline-offset: 0.15em; text-decoration-thickness: 1px; }
b, strong, th { font-weight: 650; }
hr { height: 0; margin: 1rem 0; border: 0; border-top: 1px solid var(--line-color); }
code, pre, kbd, samp, tt { font-family: var(--font-mono); font-size: 0.9em; }
code { padding: 0.1em 0.3em; border-radius: 4px; background-color: var(--code-ground); }
pre { padding: 0.75rem 1rem; border: 1px solid var(--line-color); border-radius: var(--radius); background-color: var(--code-ground); font-size: var(--text-15); overflow-x: auto; overflow-wrap: normal; text-align: start; tab-size: 2; }
pre code { padding: 0; background-color: transparent; }
pre, .wide { touch-action: auto; }
.wide { overflow-x: auto; }
.wide > table { margin: 0; max-width: none; }
table { border-collapse: collapse; font-size: var(--text-15); overflow-wrap: normal; }
th, td { padding: 0.5rem 0.75rem; border-bottom: 1px solid var(--line-color); text-align: start; vertical-align: top; }
th { color: var(--ink-soft); }
blockquote { padding-left: 1rem; border-left: 2px solid var(--line-strong); color: var(--ink-soft); }
mark { background-color: var(--mark); color: inherit; }
img, video { height: auto; vertical-align: middle; }
img { background-color: var(--picture-paper); }
img[role] { cursor: zoom-in; }
audio { display: block; width: 24rem; height: var(--tap); margin: 0.5rem auto; }
summary { min-height: var(--tap); padding: 0.6em 0; color: var(--ink-soft); cursor: pointer; }
svg { fill: currentColor; }
a[aria-hidden='true'] { display: none; }
ruby rt { color: var(--ink-soft); }
.cloze { color: var(--accent); font-weight: 650; }
.typed-answer { font-family: var(--font-mono); }
.missing-media { display: inline-block; padding: 0.5rem 0.75rem; border: 1px dashed var(--line-strong); border-radius: var(--radius); color: var(--ink-soft); font-size: var(--text-13); text-align: start; }
.missing-media .address { display: block; font-family: var(--font-mono); white-space: nowrap; overflow-x: hidden; text-overflow: ellipsis; }
.missing-media:hover .address, .missing-media:active .address { white-space: normal; overflow-wrap: anywhere; }
.occluded { position: relative; display: inline-block; line-height: 0; }
.occlusion { position: absolute; inset: 0; width: 100%; height: 100%; }
.occlusion * { stroke: var(--ground); stroke-width: 1px; vector-effect: non-scaling-stroke; }
.occlusion-other { fill: var(--line-strong); }
.occlusion-asked-front { fill: var(--accent); }
.occlusion-asked-back { fill: none; stroke: var(--accent) !important; stroke-width: 3px !important; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
`;

/** Above what the card says, so that it stays within its frame and the frame knows its height. */
const GUARD = `
pre, pre * { word-break: normal !important; }
html { display: block !important; height: auto !important; padding: 0 !important; margin: 0 !important; overflow: hidden !important; opacity: 1 !important; visibility: visible !important; }
body { display: flow-root !important; position: relative !important; inset: auto !important; float: none !important; width: auto !important; height: auto !important; max-height: none !important; margin: 0 auto !important; overflow-x: auto !important; overflow-y: hidden !important; opacity: 1 !important; visibility: visible !important; background-color: transparent; }
body > :first-child:not(hr), body > div:first-child > :first-child:not(hr) { margin-top: 0 !important; }
body > :last-child { margin-bottom: 0 !important; }
.occlusion { display: block !important; opacity: 1 !important; visibility: visible !important; }
`;

export interface Look {
	dark: boolean;
	/** Of the root of the app: the size of text that the person has chosen. */
	fontSize: string;
	/** Values of custom properties by name. */
	tokens: ReadonlyMap<string, string>;
}

/** How the app looks now. */
export function lookOf(root: HTMLElement): Look {
	const style = getComputedStyle(root);
	const tokens = TOKENS.map((name) => [`--${name}`, style.getPropertyValue(`--${name}`)] as const);
	return { dark: root.dataset.theme === 'dark', fontSize: style.fontSize, tokens: new Map(tokens) };
}

/**
 * The page without its text.
 * @param css of the note type, through the gate
 * @param title plain text, for assistive technology
 */
export function shellOf({ dark, fontSize, tokens }: Look, css: string, title: string): string {
	const values = [...tokens].map(([name, value]) => `${name}: ${value};`).join(' ');
	const scheme = dark ? 'dark' : 'light';
	const root = `:root { color-scheme: ${scheme}; font-size: ${fontSize}; ${values} }`;
	const said = title.replace(/[&<]/g, (char) => (char === '&' ? '&amp;' : '&lt;'));
	return (
		'<!doctype html><html lang="en"><head><meta charset="utf-8">' +
		`<meta http-equiv="Content-Security-Policy" content="${CARD_POLICY}"><title>${said}</title>` +
		`<style>${root}${BASE}</style><style>${css}</style><style>${GUARD}</style></head><body></body></html>`
	);
}
