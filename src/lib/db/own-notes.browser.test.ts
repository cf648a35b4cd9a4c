import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalDump, firstDifference } from '../../../tests/support/canonical-dump.ts';
import { noteStep, ownDeck, ownNote, takeStep } from '../../../tests/support/own-notes.ts';
import { DAY, openReady, Student } from '../../../tests/support/student.ts';
import type { MemoryStart } from '../scheduler/memory-start.ts';
import { commitAct } from './act.ts';
import { cardById, cardsOfNote } from './cards.ts';
import { checkDatabase, repairDatabase } from './check.ts';
import { deleteDeck, renameDeck, saveDeck } from './edit-decks.ts';
import { deleteNotes, moveCards, tagNotes } from './edit-notes.ts';
import { sealHistory } from './history.ts';
import { fieldsOfNote } from './note-fields.ts';
import { allDecks, deckCounts } from './read-decks.ts';
import { readNote } from './read-note.ts';
import { saveNote, saveNotes } from './save-note.ts';
import { saveNoteType } from '../../../tests/support/save-note-type.ts';
import { dayStats } from './counts.ts';
import { writePreset } from './decks.ts';
import { assignPreset } from './edit-presets.ts';
import { DEFAULT_PRESET } from '../scheduler/default-preset.ts';

/** Decks 1 and 2, note `a` with two cards in 1. */
async function student(): Promise<Student> {
	const made = new Student(await openReady());
	await made.takeIn(1);
	await saveDeck(made.db, ownDeck('1', ['One']), made.moment);
	await saveDeck(made.db, ownDeck('2', ['Two']), made.moment);
	await saveNote(made.db, ownNote('a', { ordinals: [0, 1] }), made.moment);
	return made;
}

const shown = async ({ db }: Student, noteId: string) =>
	(await cardsOfNote(db, noteId)).map(({ id }) => id);

describe('a note', () => {
	it('gives its cards their rows in its deck', async () => {
		const made = await student();
		expect(await shown(made, 'note/a')).toEqual(['note/a/0', 'note/a/1']);
		expect(await cardById(made.db, 'note/a/1')).toMatchObject({
			...{ deckId: 'deck/1', noteId: 'note/a', phase: 'new' },
		});
		expect(await deckCounts(made.db, made.moment.day)).toEqual(
			new Map([
				['catalog', { new: 3, learning: 0, due: 0 }],
				['deck/1', { new: 2, learning: 0, due: 0 }],
			]),
		);
		expect(await checkDatabase(made.db)).toEqual([]);
	});

	it('hides a card that it no longer makes, and brings it back with its history', async () => {
		const made = await student();
		await made.answer('note/a/1', 3);
		const before = await made.card('note/a/1');
		await saveNote(made.db, ownNote('a', { ordinals: [0] }), made.moment);
		expect(await shown(made, 'note/a')).toEqual(['note/a/0']);
		expect(await checkDatabase(made.db)).toEqual([]);
		await saveNote(made.db, ownNote('a', { ordinals: [0, 1] }), made.moment);
		expect(await made.card('note/a/1')).toEqual(before);
		expect(await checkDatabase(made.db)).toEqual([]);
	});

	it('writes only what has changed, and nothing where nothing has', async () => {
		const made = await student();
		const note = (await readNote(made.db, 'note/a'))!;
		made.t += 60_000;
		expect(await saveNote(made.db, note, made.moment)).toBeUndefined();
		expect(await saveNote(made.db, { ...note, tags: ['x'] }, made.moment)).toBeTypeOf('number');
		const action = await made.db.actions.toCollection().last();
		expect(action?.name).toBe('Edit note');
		expect(Object.keys(action?.edits[0]?.to ?? {}).sort()).toEqual(['modified', 'tags']);
		expect(await readNote(made.db, 'note/a')).toMatchObject({ tags: ['x'], modified: made.t });
	});

	it('is deleted with its cards, and comes back as it was by undo', async () => {
		const made = await student();
		await made.answer('note/a/0', 1);
		const before = await canonicalDump(made.db);
		await deleteNotes(made.db, ['note/a'], made.moment);
		expect(await shown(made, 'note/a')).toEqual([]);
		expect(await readNote(made.db, 'note/a')).toBeUndefined();
		expect(await made.undo()).toMatchObject({ name: 'Delete note' });
		expect(firstDifference(await canonicalDump(made.db), before)).toBe('');
	});

	it('of interviews stays among the catalog until it is moved', async () => {
		const made = await student();
		const fields = { front: 'Q', back: 'A', deck: 'From interviews' };
		const edits = [{ kind: 'note' as const, id: 'own/1', fields }];
		await commitAct(made.db, { name: 'Add card', edits, moment: made.moment });
		expect(await cardById(made.db, 'own/1')).toMatchObject({ deckId: 'catalog' });
		await saveNote(
			made.db,
			{ ...(await readNote(made.db, 'own/1'))!, fields: ['Q2', 'A'] },
			made.moment,
		);
		await tagNotes(made.db, ['own/1'], { add: ['t'] }, made.moment);
		await moveCards(made.db, ['own/1'], 'deck/2', made.moment);
		expect(await cardById(made.db, 'own/1')).toMatchObject({ deckId: 'deck/2' });
		expect(await readNote(made.db, 'own/1')).toMatchObject({ fields: ['Q2', 'A'], tags: ['t'] });
		await moveCards(made.db, ['own/1'], 'deck/from-interviews', made.moment);
		expect(await cardById(made.db, 'own/1')).toMatchObject({ deckId: 'catalog' });
		expect(await checkDatabase(made.db)).toEqual([]);
	});
});

describe('moving cards', () => {
	it('takes what was done along, also what is sealed', async () => {
		const made = await student();
		await made.answer('note/a/0', 3);
		made.t += 3 * DAY;
		await sealHistory(made.db, made.moment.day, 1);
		await made.answer('note/a/0', 1);
		const before = await canonicalDump(made.db);
		await moveCards(made.db, ['note/a/0'], 'deck/2', made.moment);
		expect(await readNote(made.db, 'note/a')).toMatchObject({
			...{ deck: 'deck/1', decks: { 0: 'deck/2' } },
		});
		const days = await dayStats(made.db, 0);
		expect(days.map(({ deckId, answers }) => [deckId, answers])).toEqual([
			['deck/2', 1],
			['deck/2', 1],
		]);
		expect(await checkDatabase(made.db)).toEqual([]);
		await moveCards(made.db, ['note/a/1'], 'deck/2', made.moment);
		expect((await cardById(made.db, 'note/a/1'))?.deckId).toBe('deck/2');
		await made.undo();
		await made.undo();
		expect(firstDifference(await canonicalDump(made.db), before)).toBe('');
	});

	it('makes their memory by the parameters of the new deck', async () => {
		const made = await student();
		const weights = DEFAULT_PRESET.weights.map((weight, at) => (at === 2 ? weight * 2 : weight));
		await writePreset(made.db, 'slow', { weights }, made.moment);
		await assignPreset(made.db, 'deck/2', 'slow', made.moment);
		await made.answer('note/a/0', 3);
		const { stability } = await made.card('note/a/0');
		await moveCards(made.db, ['note/a/0'], 'deck/2', made.moment);
		expect((await made.card('note/a/0')).stability).toBeGreaterThan(stability * 1.5);
		expect(await checkDatabase(made.db)).toEqual([]);
		await made.undo();
		expect((await made.card('note/a/0')).stability).toBe(stability);
	});
});

describe('tags', () => {
	it('are added and removed as one act, whatever their capitals', async () => {
		const made = await student();
		await saveNote(made.db, ownNote('b', { tags: ['DB', 'x'] }), made.moment);
		const ids = ['note/a', 'note/b'];
		await tagNotes(made.db, ids, { add: ['db'], remove: ['X'] }, made.moment);
		expect((await readNote(made.db, 'note/a'))?.tags).toEqual(['db']);
		expect((await readNote(made.db, 'note/b'))?.tags).toEqual(['DB']);
		await made.undo();
		expect((await readNote(made.db, 'note/b'))?.tags).toEqual(['DB', 'x']);
	});
});

describe('decks', () => {
	it('are renamed with what is under them', async () => {
		const made = await student();
		await saveDeck(made.db, ownDeck('3', ['One', 'Deep']), made.moment);
		await renameDeck(made.db, 'deck/1', ['New', 'Home'], made.moment);
		const paths = async () => (await allDecks(made.db)).map(({ path }) => path.join('::'));
		expect(await paths()).toEqual(['New::Home', 'New::Home::Deep', 'Two']);
		await made.undo();
		expect(await paths()).toEqual(['One', 'One::Deep', 'Two']);
	});

	it('are deleted with their notes; one with cards elsewhere stays there', async () => {
		const made = await student();
		await saveNote(made.db, ownNote('b', { ordinals: [0, 1] }), made.moment);
		await moveCards(made.db, ['note/b/1'], 'deck/2', made.moment);
		const before = await canonicalDump(made.db);
		await deleteDeck(made.db, 'deck/1', 'delete', made.moment);
		expect(await shown(made, 'note/a')).toEqual([]);
		expect((await cardById(made.db, 'note/b/0'))?.deckId).toBe('deck/2');
		expect(await checkDatabase(made.db)).toEqual([]);
		await made.undo();
		expect(firstDifference(await canonicalDump(made.db), before)).toBe('');
	});

	it('are deleted after their cards were moved', async () => {
		const made = await student();
		await deleteDeck(made.db, 'deck/1', { moveTo: 'deck/2' }, made.moment);
		expect((await cardById(made.db, 'note/a/0'))?.deckId).toBe('deck/2');
		expect(await checkDatabase(made.db)).toEqual([]);
	});
});

describe('a log that was cut short', () => {
	const start: MemoryStart = {
		...{ t: 1_790_000_000_000, day: 20_717, stability: 40, difficulty: 6, interval: 40 },
		...{ reps: 5, lapses: 1 },
	};

	it('begins where the file said, through answers, undo, moves and the check', async () => {
		const made = await student();
		const fields = { ...fieldsOfNote(ownNote('b')), starts: { 0: { ...start } } };
		const edits = [{ kind: 'note' as const, id: 'note/b', fields }];
		await commitAct(made.db, { name: 'Import', edits, moment: made.moment });
		expect(await made.card('note/b/0')).toMatchObject({ stability: 40, due: 20_757, reps: 5 });
		await made.answer('note/b/0', 3);
		expect(await made.card('note/b/0')).toMatchObject({ reps: 6 });
		expect((await dayStats(made.db, 0))[0]).toMatchObject({ answers: 1, news: 0 });
		expect(await checkDatabase(made.db)).toEqual([]);
		await moveCards(made.db, ['note/b/0'], 'deck/2', made.moment);
		expect(await checkDatabase(made.db)).toEqual([]);
		await made.undo();
		await made.undo();
		expect(await made.card('note/b/0')).toMatchObject({ stability: 40, reps: 5, lastReview: '' });
		expect(await checkDatabase(made.db)).toEqual([]);
	});
});

describe('many notes', () => {
	it('are added, moved, tagged, deleted and brought back, each one act', async () => {
		const made = await student();
		const notes = Array.from({ length: 2500 }, (_, at) =>
			ownNote(`n${at}`, { ordinals: [0, 1], position: at }),
		);
		await saveNotes(made.db, notes, made.moment, { name: 'Add notes' });
		const ids = notes.map(({ id }) => id);
		const cards = ids.flatMap((id) => [`${id}/0`, `${id}/1`]);
		const before = await canonicalDump(made.db);
		await moveCards(made.db, cards, 'deck/2', made.moment);
		await tagNotes(made.db, ids, { add: ['t'] }, made.moment);
		await deleteNotes(made.db, ids, made.moment);
		expect((await made.db.totals.get('deck/2'))?.gone).toBe(5000);
		expect(await made.undo()).toMatchObject({ name: 'Delete 2,500 notes' });
		await made.undo();
		expect(await made.undo()).toMatchObject({ name: 'Move 5,000 cards' });
		expect(firstDifference(await canonicalDump(made.db), before)).toBe('');
		expect(await checkDatabase(made.db)).toEqual([]);
	}, 60_000);
});

describe('whatever is done with notes', () => {
	it('keeps every count right, and is undone and redone exactly', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(noteStep, { minLength: 1, maxLength: 12 }), async (steps) => {
				const made = await student();
				const states: { seq: number; dump: string }[] = [];
				const now = async () => (await made.db.actions.toCollection().last())?.seq ?? 0;
				for (const step of steps) {
					await takeStep(made, { ...step, wait: step.wait < DAY ? step.wait : 0 });
					states.push({ seq: await now(), dump: await canonicalDump(made.db) });
				}
				expect(await checkDatabase(made.db)).toEqual([]);
				// Of steps that were no act of their own, the last state is what a redo leads to.
				const acts = [...new Map(states.map((state) => [state.seq, state.dump])).values()];
				for (let at = acts.length - 2; at >= 0; at -= 1) {
					await made.undo();
					expect(firstDifference(await canonicalDump(made.db), acts[at] ?? '')).toBe('');
				}
				expect(await checkDatabase(made.db)).toEqual([]);
				for (const dump of acts.slice(1)) {
					await made.redo();
					expect(firstDifference(await canonicalDump(made.db), dump)).toBe('');
				}
				expect(await checkDatabase(made.db)).toEqual([]);
				made.db.close();
			}),
			{ numRuns: 20 },
		);
	}, 120_000);
});

describe('the check of the database', () => {
	it('finds cards without their note, types, decks and media that are missing, and mends what it can', async () => {
		const made = await student();
		await made.answer('note/a/0', 3);
		const before = await canonicalDump(made.db);
		const type = { noteType: 'type/gone', deck: 'deck/gone', fields: ['a', 'b', 'c'] };
		await saveNote(made.db, ownNote('b', type), made.moment);
		await made.db.cards.delete('note/a/1');
		await made.db.cards.update('note/b/0', { deckId: 'deck/2' });
		await made.db.media.put({ hash: 'ee', type: 'image/png', size: 1, bytes: new ArrayBuffer(1) });
		await made.db.records.put({
			...{ kind: 'media', id: 'x.png', fields: { hash: 'ff' }, stamps: {}, base: '' },
		});
		const found = await checkDatabase(made.db);
		expect(found.map(({ kind }) => kind)).toEqual(
			expect.arrayContaining(['note', 'deck', 'media']),
		);
		const texts = found.map(({ text }) => text).join('\n');
		expect(texts).toContain('Card note/a/1 was missing');
		expect(texts).toContain('type/gone');
		expect(texts).toContain('Deck deck/gone');
		expect(texts).toContain('x.png is not on this device');
		expect(texts).toContain('1 media file belongs to no note');
		await repairDatabase(made.db, made.moment);
		expect((await checkDatabase(made.db)).map(({ text }) => text)).toEqual([
			expect.stringContaining('x.png'),
		]);
		expect((await allDecks(made.db)).map(({ path }) => path.join())).toContain('Recovered');
		await made.db.records.delete(['media', 'x.png']);
		await deleteNotes(made.db, ['note/b'], made.moment);
		expect((await canonicalDump(made.db)).length).toBeGreaterThan(before.length / 2);
	});

	it('keeps a type that was edited', async () => {
		const made = await student();
		const type = {
			...{ id: 'type/1', name: 'T', kind: 'plain' as const, text: 'html' as const, css: '' },
			...{ fields: ['A'], templates: [{ name: 'C', front: '{{A}}', back: '' }] },
		};
		await saveNoteType(made.db, type, made.moment);
		await saveNoteType(made.db, { ...type, css: 'b' }, made.moment);
		await made.undo();
		expect((await made.db.records.get(['noteType', 'type/1']))?.fields['css']).toBe('');
	});
});
