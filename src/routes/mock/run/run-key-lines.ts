/** The keys of an interview in words, as its sheet shows them. */
import type { KeyLine } from '$lib/components/KeyTable.svelte';

export const RUN_KEYS: readonly KeyLine[] = [
	{ names: ['Ctrl Enter', 'N'], what: 'Go on to the next step, after the last one to the end' },
	{ names: ['A'], what: 'Ask the interviewer' },
	{ names: ['1', '6'], to: true, what: 'Parts of the pad' },
	{ names: ['D'], what: 'Drawing' },
	{ names: ['F6'], what: 'From pane to pane' },
	{ names: ['C'], what: 'Clock' },
	{ names: ['Esc'], what: 'Out of a field, then out of the interview' },
	{ names: ['?'], what: 'These keys' },
];

/** While the focus is in the drawing. */
export const DRAWING_KEYS: readonly KeyLine[] = [
	{ names: ['Ctrl Z'], what: 'Undo' },
	{ names: ['Ctrl Shift Z', 'Ctrl Y'], what: 'Redo' },
	{ names: ['Delete'], what: 'Delete the selected box' },
	{ names: ['Esc'], what: 'Let go of the selected box' },
	{ names: ['←', '→', '↑', '↓'], what: 'Move the view' },
	{ names: ['+', '-'], what: 'Zoom' },
	{ names: ['0'], what: 'Show all of it' },
];
