/** An instant as a date with its hour: `Nov 22, 2026, 9:14 PM`. */
export function timeInWords(t: number): string {
	return new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short' }).format(t);
}
