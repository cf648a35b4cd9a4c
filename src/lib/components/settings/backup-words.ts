/** What the data screen is told of a backup, and how it says it. */
import { counted } from '$lib/content/counted.ts';
import { timeInWords } from './time-in-words.ts';

export interface Failure {
	job: string;
	what: string;
	safe: string;
	todo: string;
}

export interface RestoreReport {
	reviews: number;
	fields: number;
	cards: number;
	media: number;
	/** ms since the epoch. */
	made: number;
}

/** One or two sentences. */
export function restoredInWords({ reviews, fields, cards, media, made }: RestoreReport): string {
	const parts = [
		reviews > 0 ? counted(reviews, 'answer') : '',
		cards > 0 ? counted(cards, 'card') : '',
		media === 1 ? '1 picture or sound' : media > 1 ? counted(media, 'pictures and sound') : '',
		fields === 1
			? '1 mark or setting'
			: fields > 1
				? `${fields.toLocaleString('en-US')} marks or settings`
				: '',
	].filter(Boolean);
	const file = `The backup of ${timeInWords(made)}`;
	if (parts.length === 0) return `${file} held nothing that was not here already.`;
	const last = parts.pop();
	return `${file} is restored: ${parts.length > 0 ? `${parts.join(', ')} and ` : ''}${last} came back.`;
}
