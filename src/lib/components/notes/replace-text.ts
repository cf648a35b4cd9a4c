/** Changes the text of a field so that the browser's own undo takes it back. */
import type { Selection } from '$lib/content/text-edits.ts';

/** Where a field stands now. */
export function selectionOf({
	value,
	selectionStart,
	selectionEnd,
}: HTMLTextAreaElement): Selection {
	return { text: value, start: selectionStart, end: selectionEnd };
}

/** Brings a field to another text and selection; only what differs is typed over. */
export function replaceText(field: HTMLTextAreaElement, next: Selection): void {
	const old = field.value;
	let head = 0;
	while (head < old.length && head < next.text.length && old[head] === next.text[head]) head += 1;
	let tail = 0;
	const most = Math.min(old.length, next.text.length) - head;
	while (tail < most && old.at(-1 - tail) === next.text.at(-1 - tail)) tail += 1;
	const piece = next.text.slice(head, next.text.length - tail);
	field.focus();
	field.setSelectionRange(head, old.length - tail);
	// Deprecated, and the only way that keeps what was typed before within reach of undo.
	const done =
		piece === ''
			? document.execCommand('delete')
			: document.execCommand('insertText', false, piece);
	if (!done || field.value !== next.text) {
		field.value = next.text;
		field.dispatchEvent(new InputEvent('input', { bubbles: true }));
	}
	field.setSelectionRange(next.start, next.end);
}
