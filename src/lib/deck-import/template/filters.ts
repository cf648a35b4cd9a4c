/** What filters of a template do to the text of a field: `{{hint:Back}}`, `{{type:Front}}`, `{{text:Front}}`. */
import { clozeAnswers, showCloze } from './cloze.ts';
import { escapeHtml, textOfHtml } from './html-text.ts';

export interface FilterPlace {
	field: string;
	side: 'front' | 'back';
	/** Of the cloze, from 1. */
	number: number;
	/** Told what is to be typed. */
	expect: (answers: string[], anyMarks: boolean) => void;
}

/** Where the person types, or sees what was typed. */
export const TYPED = '<span class="typed-answer"></span>';

/** Reading above writing: ` base[reading]`. */
const RUBY = / ?([^ >[\]]{1,100})\[([^[\]]{1,200})\]/g;

function ruby(text: string, show: (base: string, reading: string) => string): string {
	return text
		.replaceAll('&nbsp;', ' ')
		.replace(RUBY, (whole, base: string, reading: string) =>
			reading.startsWith('sound:') ? whole : show(base, reading),
		);
}

/** The text after all filters, the nearest to the field first; filters that are not known change nothing. */
export function applyFilters(text: string, filters: readonly string[], place: FilterPlace): string {
	if (filters.at(-1) === 'type') {
		place.expect(typedAnswers(text, filters, place.number), filters.includes('nc'));
		return TYPED;
	}
	return filters.reduce((shown, filter) => applyFilter(shown, filter, place), text);
}

function typedAnswers(text: string, filters: readonly string[], number: number): string[] {
	if (filters[0] === 'cloze') {
		return [clozeAnswers(text, number).map(textOfHtml).join(', ')];
	}
	return [textOfHtml(text)];
}

function applyFilter(text: string, filter: string, place: FilterPlace): string {
	switch (filter) {
		case 'text':
			return escapeHtml(textOfHtml(text));
		case 'furigana':
			return ruby(text, (base, reading) => `<ruby>${base}<rt>${reading}</rt></ruby>`);
		case 'kana':
			return ruby(text, (_, reading) => reading);
		case 'kanji':
			return ruby(text, (base) => base);
		case 'cloze':
			return showCloze(text, place.number, place.side);
		case 'cloze-only':
			return clozeAnswers(text, place.number).join(', ');
		case 'hint':
			return text.trim() === ''
				? ''
				: `<details><summary>${escapeHtml(place.field)}</summary>${text}</details>`;
		default:
			// Reading aloud is the system's affair here; its text would show twice.
			return filter.startsWith('tts') ? '' : text;
	}
}
