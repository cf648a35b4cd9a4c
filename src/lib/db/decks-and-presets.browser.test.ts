import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalDump, firstDifference } from '../../../tests/support/canonical-dump.ts';
import { addDecks } from '../../../tests/support/own-decks.ts';
import { DAY, openReady, Student } from '../../../tests/support/student.ts';
import { DEFAULT_PRESET } from '../scheduler/default-preset.ts';
import type { Preset } from '../scheduler/preset.ts';
import type { Grade } from '../scheduler/review.ts';
import { commitAnswer } from './act.ts';
import { applyWeights } from './apply-weights.ts';
import { exportBackup } from './backup.ts';
import { checkDatabase } from './check.ts';
import { writePreset } from './decks.ts';
import { deleteDeck, renameDeck, saveDeck } from './edit-decks.ts';
import { moveCards } from './edit-notes.ts';
import { addPreset, assignPreset, deletePreset } from './edit-presets.ts';
import { sealHistory } from './history.ts';
import { allDecks } from './read-decks.ts';
import { restoreBackup } from './restore.ts';
import { presetOfDeck, readStudyDecks } from './study-decks.ts';

const weightsTimes = (factor: number) =>
	DEFAULT_PRESET.weights.map((weight, at) => (at < 4 ? weight * factor : weight));
const SLOW: Preset = { ...DEFAULT_PRESET, id: 'slow', name: 'Slow', weights: weightsTimes(2) };
const QUICK: Preset = { ...DEFAULT_PRESET, id: 'quick', name: 'Quick', weights: weightsTimes(0.5) };
const DECKS = {
	book: { path: 'Book', cards: 2 },
	one: { path: 'Book/One', cards: 2 },
	other: { path: 'Other', cards: 1, presetId: 'quick' },
	below: { path: 'Other/Below', cards: 1 },
};
const CARDS = Object.entries(DECKS).flatMap(([name, { cards }]) =>
	Array.from({ length: cards }, (_, at) => `note/${name}-${at}/0`),
);

async function learner(dev = 'dev-a'): Promise<Student> {
	const student = new Student(await openReady(), dev);
	await addPreset(student.db, SLOW, student.moment);
	await addPreset(student.db, QUICK, student.moment);
	await addDecks(student.db, DECKS, student.moment);
	return student;
}

/** As a session answers: by the options of the card's own deck. */
async function answer(student: Student, id: string, grade: Grade): Promise<void> {
	const preset = await presetOfDeck(student.db, (await student.card(id)).deckId);
	await student.answer(id, grade, [], preset);
}

const merge = ({ moment }: Student) => ({ mode: 'merge' as const, moment });

/** What a person does to decks and options, by numbers. */
async function act(student: Student, what: number, a: number, b: number): Promise<void> {
	const { db } = student;
	const decks = await allDecks(db);
	const [deck, other] = [decks[a % decks.length], decks[b % decks.length]];
	const presets = [...(await readStudyDecks(db)).presets.values()];
	const [preset, second] = [presets[a % presets.length], presets[b % presets.length]];
	const card = CARDS[a % CARDS.length]!;
	student.t += 1_000;
	const { moment } = student;
	switch (what) {
		case 0:
			if (deck && other) await renameDeck(db, deck.id, [...other.path, `N${a}`], moment);
			return;
		case 1:
			if (deck) await renameDeck(db, deck.id, [`Root ${b}`], moment);
			return;
		case 2:
			if (deck && second) await assignPreset(db, deck.id, second.id, moment);
			return;
		case 3:
			if (deck) await assignPreset(db, deck.id, undefined, moment);
			return;
		case 4:
			if (preset && preset.id !== DEFAULT_PRESET.id) await deletePreset(db, preset.id, moment);
			return;
		case 5:
			if (preset) await applyWeights(db, preset.id, weightsTimes(1 + (b % 5) / 10), moment);
			return;
		case 6:
			if (preset) await writePreset(db, preset.id, { newPerDay: b, learningSteps: [] }, moment);
			return;
		case 7:
			if (deck) await moveCards(db, [card], deck.id, moment);
			return;
		case 8:
			if (deck && other && !other.path.join('/').startsWith(deck.path.join('/'))) {
				await deleteDeck(db, deck.id, { moveTo: other.id }, moment);
			}
			return;
		case 9:
			if (decks.length > 1 && deck) await deleteDeck(db, deck.id, 'delete', moment);
			return;
		case 10:
			if (deck) await saveDeck(db, { ...deck, daily: !deck.daily, description: `D${b}` }, moment);
			return;
		case 11:
			await student.undo();
			return;
		case 12:
			await student.redo();
			return;
		default:
			if (!(await db.cards.get(card))?.gone) await answer(student, card, ((b % 4) + 1) as Grade);
	}
}

describe('decks and options', () => {
	it('whatever is done to them, undone and done again, cards are remembered as the log and they say', async () => {
		const step = fc.tuple(fc.nat(15), fc.nat(20), fc.nat(20));
		await fc.assert(
			fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
				const student = await learner();
				for (const id of CARDS) await answer(student, id, 3);
				student.t += 2 * DAY;
				for (const id of CARDS.slice(1)) await answer(student, id, 2);
				await sealHistory(student.db, student.moment.day, 1);
				for (const [what, a, b] of steps) await act(student, what, a, b);
				expect(await checkDatabase(student.db)).toEqual([]);

				const file = await exportBackup(student.db, student.moment);
				const fresh = new Student(await openReady(), 'dev-b', student.t);
				await restoreBackup(fresh.db, file, merge(fresh));
				const here = await canonicalDump(student.db, true);
				expect(firstDifference(await canonicalDump(fresh.db, true), here)).toBe('');
				expect(await checkDatabase(fresh.db)).toEqual([]);

				const after = await canonicalDump(student.db);
				let undone = 0;
				while (await student.undo()) undone += 1;
				expect(await checkDatabase(student.db)).toEqual([]);
				for (; undone > 0; undone -= 1) await student.redo();
				expect(firstDifference(await canonicalDump(student.db), after)).toBe('');
				expect(await checkDatabase(student.db)).toEqual([]);
				student.db.close();
				fresh.db.close();
			}),
			{ numRuns: 12 },
		);
	}, 60_000);

	it('an answer that was thought over while another tab changed the parameters counts by those', async () => {
		const student = await learner();
		const { db } = student;
		await answer(student, 'note/book-0/0', 3);
		student.t += 3 * DAY;
		const waiting = await student.prepare('note/book-0/0', 3);
		await applyWeights(db, DEFAULT_PRESET.id, weightsTimes(3), student.moment);
		await commitAnswer(db, waiting);
		const card = await student.card('note/book-0/0');
		expect(card).toMatchObject({ reps: 2, due: waiting.after.due });
		expect(card.stability).toBeGreaterThan(waiting.after.stability);
		expect(await checkDatabase(db)).toEqual([]);
		await student.undo();
		expect(await student.card('note/book-0/0')).toMatchObject({ reps: 1 });
		expect(await checkDatabase(db)).toEqual([]);
	});
});
