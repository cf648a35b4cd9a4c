import { describe, expect, it, vi } from 'vitest';
import { exactDump, firstDifference } from '../../../tests/support/canonical-dump.ts';
import { DAY, openReady, Student } from '../../../tests/support/student.ts';
import { ownDeck, ownNote } from '../../../tests/support/own-notes.ts';
import { DEFAULT_PRESET, parametersId } from '../scheduler/default-preset.ts';
import type { Fit } from './fits.ts';
import { applyWeights } from './apply-weights.ts';
import { commitAct } from './act.ts';
import { CATALOG_DECK } from './catalog-rows.ts';
import { checkDatabase } from './check.ts';
import { readPreset, writePreset } from './decks.ts';
import { assignPreset } from './edit-presets.ts';
import { saveDeck } from './edit-decks.ts';
import { fitsDue } from './fit-due.ts';
import { fitMaterial, reviewsOfPreset } from './fit-material.ts';
import { keepFit, readFits } from './fits.ts';
import { sealHistory } from './history.ts';
import { fieldsOfNote } from './note-fields.ts';
import { presetsInUse } from './preset-cards.ts';

const OTHER = DEFAULT_PRESET.weights.map((weight, at) => (at === 2 ? 9 : weight));

/** Someone with answers in blocks and in rows, one of them undone. */
async function studentWithHistory(): Promise<Student> {
	const student = new Student(await openReady());
	await student.takeIn(3);
	for (const id of ['p0/a', 'p0/b', 'p1/a']) await student.answer(id, 3);
	student.t += 3 * DAY;
	await student.answer('p0/a', 3);
	await student.answer('p0/b', 1);
	student.t += 9 * DAY;
	await sealHistory(student.db, student.moment.day - 5, 1);
	await student.answer('p0/a', 4);
	await student.answer('p1/b', 3);
	await student.answer('p1/a', 1);
	await student.undo();
	return student;
}

const cardsOf = (student: Student) => student.db.cards.toArray();

describe('applyWeights', () => {
	it('makes memory anew by the log and leaves every date as it was', async () => {
		const student = await studentWithHistory();
		const before = await cardsOf(student);
		const { changed } = await applyWeights(student.db, 'default', OTHER, student.moment);
		const after = await cardsOf(student);
		expect(changed).toBe(4);
		expect(after.find(({ id }) => id === 'p1/a')?.stability).toBe(9);
		const dates = (rows: typeof after) =>
			rows.map(({ id, due, interval, phase, queue, order }) => [
				...[id, due, interval, phase, queue, order],
			]);
		expect(dates(after)).toEqual(dates(before));
		expect((await readPreset(student.db, CATALOG_DECK)).weights).toEqual(OTHER);
		expect(await student.db.params.get(parametersId(OTHER))).toBeDefined();
		expect(await checkDatabase(student.db)).toEqual([]);
	});

	it('is undone and redone exactly', async () => {
		const student = await studentWithHistory();
		const before = await cardsOf(student);
		await applyWeights(student.db, 'default', OTHER, student.moment);
		const after = await cardsOf(student);
		await student.undo();
		expect(await cardsOf(student)).toEqual(before);
		expect((await readPreset(student.db, CATALOG_DECK)).weights).toEqual(DEFAULT_PRESET.weights);
		expect(await checkDatabase(student.db)).toEqual([]);
		await student.redo();
		expect(await cardsOf(student)).toEqual(after);
		expect((await readPreset(student.db, CATALOG_DECK)).weights).toEqual(OTHER);
	});

	it('leaves answers given since to be undone first, then brings all back', async () => {
		const student = await studentWithHistory();
		const before = await cardsOf(student);
		await applyWeights(student.db, 'default', OTHER, student.moment);
		await student.answer('p1/a', 3);
		await student.undo();
		await student.undo();
		expect(await cardsOf(student)).toEqual(before);
		expect(await checkDatabase(student.db)).toEqual([]);
	});

	it('leaves the cards of decks with another preset alone', async () => {
		const student = await studentWithHistory();
		await writePreset(student.db, 'other', { name: 'Other' }, student.moment);
		await assignPreset(student.db, CATALOG_DECK, 'other', student.moment);
		const before = await cardsOf(student);
		expect(await applyWeights(student.db, 'default', OTHER, student.moment)).toMatchObject({
			changed: 0,
		});
		expect(await cardsOf(student)).toEqual(before);
	});

	it('writes nothing where the weights cannot be', async () => {
		const student = await studentWithHistory();
		const before = await exactDump(student.db);
		await expect(applyWeights(student.db, 'default', [1, 2], student.moment)).rejects.toThrow(
			RangeError,
		);
		const wild = OTHER.map((weight, at) => (at === 4 ? 99 : weight));
		await expect(applyWeights(student.db, 'default', wild, student.moment)).rejects.toThrow(
			'number 5',
		);
		expect(firstDifference(await exactDump(student.db), before)).toBe('');
	});
});

describe('fits', () => {
	const fit: Fit = {
		...{ id: 'fit-1', presetId: 'default', t: 5, reviews: 900, trained: 800, held: 200 },
		...{ before: { logLoss: 0.4, rmse: 0.05 }, after: { logLoss: 0.3, rmse: 0.04 } },
		...{ weights: OTHER, old: DEFAULT_PRESET.weights, kept: null, applied: false },
	};

	it('are kept, applied and unapplied with the undo', async () => {
		const { db, moment } = await studentWithHistory();
		await keepFit(db, fit, moment);
		await keepFit(db, { ...fit, id: 'fit-2', t: 6, kept: 'worse' }, moment);
		await keepFit(db, { ...fit, id: 'fit-3', presetId: 'other' }, moment);
		const [second, first] = await readFits(db, 'default');
		expect([first, second?.kept]).toEqual([fit, 'worse']);
		const student = new Student(db, moment.dev, moment.t + 1000);
		await applyWeights(db, 'default', OTHER, student.moment, 'fit-1');
		const applied = async () => (await readFits(db, 'default')).map(({ applied: is }) => is);
		expect(await applied()).toEqual([false, true]);
		await student.undo();
		expect(await applied()).toEqual([false, false]);
	});

	it('leave a card out whose log was cut short', async () => {
		const student = await studentWithHistory();
		const { db } = student;
		await saveDeck(db, ownDeck('1', ['One']), student.moment);
		const start = { t: 1, day: 2, stability: 40, difficulty: 6, interval: 40, reps: 5, lapses: 1 };
		const fields = { ...fieldsOfNote(ownNote('b', { ordinals: [0, 1] })), starts: { 0: start } };
		const edits = [{ kind: 'note' as const, id: 'note/b', fields }];
		await commitAct(db, { name: 'Import', edits, moment: student.moment });
		const { cards } = await fitMaterial(db, 'default');
		expect(cards.filter((id) => id.startsWith('note/'))).toEqual(['note/b/1']);
		await writePreset(db, 'other', { name: 'Other' }, student.moment);
		await assignPreset(db, 'deck/1', 'other', student.moment);
		expect((await presetsInUse(db)).map(({ id }) => id)).toEqual(['default', 'other']);
		expect((await fitMaterial(db, 'other')).cards).toEqual(['note/b/1']);
	});

	it('find the log of a preset, sealed or not', async () => {
		const { db } = await studentWithHistory();
		const material = await fitMaterial(db, 'default');
		expect(material.blocks).toHaveLength(1);
		expect(material.rows).toHaveLength(3);
		expect(material.undone).toHaveLength(1);
		expect(material.cards).toHaveLength(9);
		expect((await fitMaterial(db, 'other')).cards).toEqual([]);
		expect(await reviewsOfPreset(db, 'default')).toBe(1);
		expect(await reviewsOfPreset(db, 'other')).toBe(0);
		const read = vi.spyOn(db.days, 'toArray');
		expect(await fitsDue(db, ['default', 'other', 'third'])).toEqual([null, null, null]);
		expect(read).toHaveBeenCalledOnce();
	});
});
