import { expect, it } from 'vitest';
import { newCard, type CardState } from './card-state.ts';
import { siblingsToBury } from './siblings.ts';

const card = (id: string, fields: Partial<CardState> = {}): CardState => ({
	...newCard({ id, noteId: 'a', deckId: 'd', position: 0 }),
	...fields,
});
const family = [
	card('self'),
	card('new'),
	card('review', { phase: 'review' }),
	card('step', { phase: 'learning' }),
	card('suspended', { suspended: true }),
	card('buried', { buriedOn: 20 }),
	card('stranger', { noteId: 'b' }),
];

it.each([
	[false, false, []],
	[true, false, ['new']],
	[false, true, ['review']],
	[true, true, ['new', 'review']],
])('buries by option: new %s, review %s', (buryNewSiblings, buryReviewSiblings, ids) => {
	const options = { buryNewSiblings, buryReviewSiblings };
	expect(siblingsToBury({ id: 'self', noteId: 'a' }, family, options, 20)).toEqual(ids);
});
