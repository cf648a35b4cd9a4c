/** Says that data were lost by the browser and are here again. */
import { counted } from '$lib/content/counted.ts';
import type { BroughtBack } from '$lib/db/restore-spare.ts';

/** A sentence or two: how many answers are back, and up to when. */
export function broughtBackWords({ reviews, made }: BroughtBack): string {
	const at = new Date(made).toLocaleString('en-US', { dateStyle: 'long', timeStyle: 'short' });
	return (
		`The browser had lost the data of this app. All of it up to ${at} is back, ${counted(reviews, 'answer')} included. ` +
		'Pictures and sounds of your own decks come back when you import their files again.'
	);
}
