/** Writes into a field at its caret, as typing would. */

export type TextField = HTMLInputElement | HTMLTextAreaElement;

/** Replaces what is selected; `caretBack` puts the caret that many characters before the end of the text. */
export function insertText(field: TextField, text: string, caretBack = 0): void {
	const { selectionStart, selectionEnd, value } = field;
	const start = selectionStart ?? value.length;
	field.setRangeText(text, start, selectionEnd ?? start, 'end');
	const caret = start + text.length - caretBack;
	field.setSelectionRange(caret, caret);
	field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
}

/** What stands before the caret. */
export function textBefore({ selectionStart, value }: TextField): string {
	return value.slice(0, selectionStart ?? value.length);
}
