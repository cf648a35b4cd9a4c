import { expect, test } from 'vitest';
import { BASIC_TYPE, CLOZE_TYPE, REVERSED_TYPE } from '$lib/content/own-note-types.ts';
import type { OwnNote } from '$lib/content/note.ts';
import { ownNote } from '../../../tests/support/own-notes.ts';
import { chosenPath, deckToSave } from './chosen-deck.ts';
import { missingOf, noteToSave, ordinalsOf, traitsOf, type TypedNote } from './typed-note.ts';

const typed = (over: Partial<TypedNote> = {}): TypedNote => ({
	...{ type: BASIC_TYPE, note: undefined, fields: ['front', 'back'], typed: false, answer: '' },
	...over,
});
const where = { tags: ['t'], deck: 'deck/2', rest: 'r', t: Date.UTC(2020, 0, 1, 0, 0, 9) };

test('a note makes the cards of its type, and keeps those that it came with', () => {
	expect(ordinalsOf(typed())).toEqual([0]);
	expect(ordinalsOf(typed({ type: REVERSED_TYPE }))).toEqual([0, 1]);
	const fields = ['{{c1::a}} {{c3::b}}', ''];
	expect(ordinalsOf(typed({ type: CLOZE_TYPE, fields }))).toEqual([0, 2]);
	const note = ownNote('x', { ordinals: [0, 4] });
	expect(ordinalsOf(typed({ note, fields: ['other', ''] }))).toEqual([0, 4]);
});

test('what is missing is said', () => {
	expect(missingOf(typed())).toBe('');
	expect(missingOf(typed({ fields: ['', ''] }))).toBe('Front is empty.');
	expect(missingOf(typed({ type: CLOZE_TYPE }))).toMatch(/^Nothing is hidden yet/);
	expect(missingOf(typed({ typed: true, answer: ' | ' }))).toBe('Say what is to be typed.');
	expect(missingOf(typed({ typed: true, answer: '5' }))).toBe('');
});

test('answers to type belong to the note, and what else it says of itself stays', () => {
	expect(traitsOf(typed({ typed: true, answer: '5 | five|' })).traits).toEqual({
		...{ kind: 'number', level: 'beginner', also: [], answers: ['5', 'five'] },
	});
	const traits = { kind: 'say', level: 'expert', also: ['p'], answers: [] } as const;
	const note: OwnNote = ownNote('x', { traits });
	expect(traitsOf(typed({ note })).traits).toBe(traits);
	expect(traitsOf(typed())).toEqual({});
});

test('a new note gets its id and place; one that moves takes all its cards along', () => {
	expect(noteToSave(typed(), where)).toEqual({
		...{ id: 'note/r', guid: 'r', noteType: BASIC_TYPE.id, fields: ['front', 'back'] },
		...{ tags: ['t'], modified: where.t, deck: 'deck/2', decks: {}, ordinals: [0], position: 9 },
	});
	const note = ownNote('x', { decks: { 1: 'deck/3' }, position: 4 });
	expect(noteToSave(typed({ note }), where)).toMatchObject({
		id: 'note/x',
		decks: {},
		position: 4,
	});
	const stays = noteToSave(typed({ note }), { ...where, deck: note.deck });
	expect(stays.decks).toEqual({ 1: 'deck/3' });
});

test('a deck is one that there is, or made by its path', () => {
	const decks = [{ id: 'deck/1', path: ['A', 'B'], description: '', daily: true }];
	expect(deckToSave({ deckId: 'deck/1', newDeck: 'x', decks }, 'n')).toEqual({ id: 'deck/1' });
	const known = { deckId: '', newDeck: ' A :: B ', decks };
	expect(deckToSave(known, 'n')).toEqual({ id: 'deck/1' });
	const made = deckToSave({ deckId: '', newDeck: 'A::::C', decks }, 'n').made;
	expect(made).toEqual({ id: 'deck/n', path: ['A', 'C'], description: '', daily: true });
	expect(chosenPath({ deckId: 'deck/1', newDeck: '', decks })).toEqual(['A', 'B']);
	expect(chosenPath({ deckId: '', newDeck: ' ', decks })).toEqual([]);
});
