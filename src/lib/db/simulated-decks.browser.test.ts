import { expect, it } from 'vitest';
import { ownDeck, ownNote } from '../../../tests/support/own-notes.ts';
import { openReady, Student } from '../../../tests/support/student.ts';
import { DEFAULT_PRESET } from '../scheduler/default-preset.ts';
import { writePreset } from './decks.ts';
import { assignPreset } from './edit-presets.ts';
import { saveDeck } from './edit-decks.ts';
import { saveNote } from './save-note.ts';
import { simulatedDecks } from './simulated-decks.ts';

it('gives each preset its own cards, with the limits of the deck at the top of their tree', async () => {
	const student = new Student(await openReady());
	const { db } = student;
	await student.takeIn(1);
	await saveDeck(db, ownDeck('top', ['Top']), student.moment);
	await saveDeck(db, ownDeck('under', ['Top', 'Under']), student.moment);
	await saveNote(db, ownNote('a', { deck: 'deck/top', ordinals: [0] }), student.moment);
	await saveNote(db, ownNote('b', { deck: 'deck/under', ordinals: [0, 1] }), student.moment);
	const moment = student.moment;
	await writePreset(db, 'wide', { ...DEFAULT_PRESET, name: 'Wide', newPerDay: 40 }, moment);
	await writePreset(db, 'deep', { ...DEFAULT_PRESET, name: 'Deep', newPerDay: 1 }, moment);
	await assignPreset(db, 'deck/top', 'wide', moment);
	await assignPreset(db, 'deck/under', 'deep', moment);
	await student.answer('note/b/1', 3);

	const counts = async (presetId: string) =>
		(await simulatedDecks(db, presetId)).map(({ cards, fresh, limits }) => [
			...[cards.map(({ id }) => id), fresh, limits.newPerDay],
		]);
	expect(await counts('default')).toEqual([[[], 3, DEFAULT_PRESET.newPerDay]]);
	expect(await counts('wide')).toEqual([[[], 1, 40]]);
	expect(await counts('deep')).toEqual([[['note/b/1'], 1, 40]]);
});
