/** Notes and decks of the person's own, for tests of storage. */
import fc from 'fast-check';
import { BASIC_TYPE, CLOZE_TYPE } from '../../src/lib/content/own-note-types.ts';
import type { OwnDeck, OwnNote } from '../../src/lib/content/note.ts';
import { ownNoteId } from '../../src/lib/content/own-note.ts';
import { deleteDeck, renameDeck, saveDeck } from '../../src/lib/db/edit-decks.ts';
import { deleteNotes, moveCards, tagNotes } from '../../src/lib/db/edit-notes.ts';
import { sealHistory } from '../../src/lib/db/history.ts';
import { allDecks } from '../../src/lib/db/read-decks.ts';
import { allNotes } from '../../src/lib/db/read-note.ts';
import { saveNote } from '../../src/lib/db/save-note.ts';
import type { Grade } from '../../src/lib/scheduler/review.ts';
import { DAY, type Student } from './student.ts';

/** A note with a card for each ordinal. */
export function ownNote(rest: string, over: Partial<OwnNote> = {}): OwnNote {
	return {
		...{ id: ownNoteId(rest), guid: `guid-${rest}`, noteType: BASIC_TYPE.id },
		...{ fields: [`Front of ${rest}`, `Back of ${rest}`], tags: [], modified: 0 },
		...{ deck: 'deck/1', decks: {}, ordinals: [0], position: 1, ...over },
	};
}

export function ownDeck(rest: string, path: readonly string[] = [rest]): OwnDeck {
	return { id: `deck/${rest}`, path, description: '', daily: true };
}

export interface NoteStep {
	does: (typeof DOES)[number];
	note: number;
	card: number;
	ordinals: readonly number[];
	deck: number;
	grade: Grade;
	wait: number;
	text: string;
}

const DOES = [
	...(['add', 'add', 'edit', 'edit', 'answer', 'answer', 'answer', 'delete', 'move'] as const),
	...(['tag', 'deck', 'rename', 'delete deck', 'empty deck', 'mark', 'seal', 'forget'] as const),
];

/** Something that a person does with notes; what it names is taken from what there is. */
export const noteStep: fc.Arbitrary<NoteStep> = fc.record({
	does: fc.constantFrom(...DOES),
	...{ note: fc.nat(4), card: fc.nat(3), deck: fc.nat(2) },
	ordinals: fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 3 }),
	grade: fc.constantFrom<Grade>(1, 2, 3, 4),
	wait: fc.constantFrom(0, 0, 0, 600_000, DAY, 9 * DAY),
	text: fc.constantFrom('a', '==ü==', '{{c1::x}}', ''),
});

/** Does a step; what cannot be done is passed over. */
export async function takeStep(student: Student, step: NoteStep): Promise<void> {
	const { db } = student;
	student.t += step.wait;
	const notes = await allNotes(db);
	const note = notes[step.note % Math.max(1, notes.length)];
	const card = note && cardOf(note, step.card);
	const decks = await allDecks(db);
	const deck = decks[step.deck % Math.max(1, decks.length)];
	const other = decks[(step.deck + 1) % Math.max(1, decks.length)];
	const { moment } = student;
	student.t += 1_000;
	const texts = { fields: [step.text, 'back'], ordinals: [...step.ordinals].sort() };
	switch (step.does) {
		case 'add':
			if (deck)
				await saveNote(
					db,
					ownNote(student.newId(), { ...texts, deck: deck.id, noteType: CLOZE_TYPE.id }),
					moment,
				);
			break;
		case 'edit':
			if (note) await saveNote(db, { ...note, ...texts }, moment);
			break;
		case 'answer':
			if (card) await student.answer(card, step.grade);
			break;
		case 'forget':
			if (card) await student.forget(card);
			break;
		case 'mark':
			if (card) await student.mark(card, { flag: 2, suspended: step.grade === 1 });
			break;
		case 'delete':
			if (note) await deleteNotes(db, [note.id], moment);
			break;
		case 'move':
			if (card && deck) await moveCards(db, [card], deck.id, moment);
			break;
		case 'tag':
			if (note) await tagNotes(db, [note.id], { add: [`t${step.deck}`] }, moment);
			break;
		case 'deck':
			await saveDeck(db, ownDeck(student.newId(), ['A', `D${step.deck}`]), moment);
			break;
		case 'rename':
			if (deck) await renameDeck(db, deck.id, ['B', ...deck.path], moment);
			break;
		case 'delete deck':
			if (deck) await deleteDeck(db, deck.id, 'delete', moment);
			break;
		case 'empty deck':
			if (deck && other && other !== deck) {
				await deleteDeck(db, deck.id, { moveTo: other.id }, moment);
			}
			break;
		case 'seal':
			await sealHistory(db, moment.day, 1);
	}
}

function cardOf(note: OwnNote, at: number): string | undefined {
	const ordinal = note.ordinals[at % Math.max(1, note.ordinals.length)];
	return ordinal === undefined ? undefined : `${note.id}/${ordinal}`;
}
