import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCollection } from '../../../tests/support/arbitrary-collection.ts';
import { bringIn } from '../../../tests/support/bring-in.ts';
import { DAY, openReady, Student } from '../../../tests/support/student.ts';
import type { ImportedSchedule } from '../deck-import/imported.ts';
import { CollectionBuilder } from '../deck-import/collection-builder.ts';
import { stockType } from '../deck-import/stock-types.ts';
import { writeJsonDeck } from '../deck-import/export/write-json-deck.ts';
import { writeMarkdownDeck } from '../deck-import/export/write-markdown-deck.ts';
import type { CardSource } from '../content/card.ts';
import { readJsonDeck } from '../deck-import/json/read-json-deck.ts';
import { readMarkdown } from '../deck-import/markdown/read-markdown.ts';
import { checkDatabase } from './check.ts';
import { writePreset } from './decks.ts';
import { collectDecks, type CatalogCard, type ExportChoice } from './collect-decks.ts';
import { allReviews } from './history.ts';
import { byTime } from './review-fact.ts';
import { allDecks } from './read-decks.ts';
import { noteText } from './read-all.ts';
import { allNotes } from './read-note.ts';
import type { OnsiteDb } from './schema.ts';

const ALL: ExportChoice = { what: 'own', scheduling: true, media: true };

function collect(student: Student, choice = ALL, catalog: readonly CatalogCard[] = []) {
	return collectDecks(student.db, catalog, choice, student.now);
}

/** Cards, states, notes, decks and log, without what another device calls otherwise. */
async function known(db: OnsiteDb) {
	const rows = await db.cards.where(':id').startsWith('note/').toArray();
	const reviews = (await allReviews(db)).filter(({ cardId }) => cardId.startsWith('note/'));
	const named = new Map((await allDecks(db)).map(({ id, path }) => [id, path.join('::')]));
	return {
		// Of the factor a file says what the answers here have made of it.
		notes: (await allNotes(db)).map(({ deck, decks, ...note }) => ({
			...{ ...note, deck: named.get(deck), eases: undefined },
			decks: Object.values(decks).map((id) => named.get(id)),
		})),
		// One that is over leaves its day behind; whether one holds, the queue says.
		cards: rows.map(({ deckId, lastReview, ...row }) => ({
			...{ ...row, deck: named.get(deckId), answered: lastReview !== '' },
			...{ buriedOn: 0, buriedBy: 'none' },
			// No file carries it; a later lapse marks the card again.
			leech: false,
		})),
		log: reviews
			.sort(byTime)
			.map(({ cardId, t, day, grade, kind, next, duration }) => [
				...[cardId, t, day, grade, kind, next, duration],
			]),
	};
}

const CATALOG: CatalogCard[] = ['a', 'b', 'c'].map((slug) => {
	const texts = { front: `Front of ${slug}`, back: `Back of ${slug}` };
	const source: CardSource = {
		...{ id: `p0/${slug}`, kind: 'recall', level: 'beginner', also: [], tags: ['x'], answers: [] },
		...texts,
	};
	return { source, path: ['Onsite', 'Caching'] };
});

describe('own decks', () => {
	it('take the instant of their making and the factors of SM-2 along', async () => {
		const made = Date.UTC(2016, 1, 1);
		const builder = new CollectionBuilder('anki', '');
		const schedule: ImportedSchedule = {
			...{ phase: 'review', due: 20_000, intraday: false, interval: 12, reps: 9, lapses: 3 },
			...{ left: 0, ease: 1.95, lastT: 0 },
		};
		builder.add({
			...{ number: 1, type: stockType('Basic', 'html', ['Front', 'Back']), fields: ['a', 'b'] },
			...{ tags: [], deck: ['D'], guid: 'g', schedules: [schedule] },
		});
		const file = builder.finish();
		const student = new Student(await openReady());
		await bringIn(student, { ...file, notes: file.notes.map((note) => ({ ...note, made })) });
		const out = async () => {
			const { notes, cards } = await collect(student);
			return [notes[0]?.made, cards[0]?.schedule?.ease, cards[0]?.schedule?.lapses];
		};
		expect(await out()).toEqual([made, 1.95, 3]);
		const [record] = await student.db.records
			.where('[kind+id]')
			.between(['note'], ['note', []])
			.toArray();
		expect(record && noteText(record, true).made).toBe(made);
		const [card = ''] = await student.db.cards.where(':id').startsWith('note/').primaryKeys();
		await student.answer(card, 1);
		expect(await out()).toEqual([made, 1.75, 4]);
	});

	it('come back as they were from a file, into an empty database', async () => {
		const shape = { text: 'html', own: false, studied: true } as const;
		await fc.assert(
			fc.asyncProperty(arbitraryCollection(shape), fc.nat(), async (collection, pick) => {
				const student = new Student(await openReady());
				await bringIn(student, collection);
				const cards = await student.db.cards.where(':id').startsWith('note/').primaryKeys();
				await student.answer(cards[pick % cards.length] ?? '', 3);
				student.t += DAY;
				await student.answer(cards[pick % cards.length] ?? '', 1);
				const file = writeJsonDeck(await collect(student));
				const other = new Student(await openReady(), 'dev-b', student.t);
				await bringIn(other, readJsonDeck(file));
				expect(await known(other.db)).toEqual(await known(student.db));
				expect(await checkDatabase(other.db)).toEqual([]);
				student.db.close();
				other.db.close();
			}),
			{ numRuns: 25 },
		);
	}, 120_000);

	it('in Markdown are the same notes', async () => {
		const shape = { text: 'markdown', own: true, studied: false } as const;
		await fc.assert(
			fc.asyncProperty(arbitraryCollection(shape), async (collection) => {
				const student = new Student(await openReady());
				await bringIn(student, collection);
				const { text, skipped } = writeMarkdownDeck(await collect(student));
				expect(skipped.total).toBe(0);
				const other = new Student(await openReady(), 'dev-b', student.t);
				await bringIn(other, readMarkdown(text, 'deck'));
				const plain = (notes: Awaited<ReturnType<typeof known>>['notes']) =>
					notes.map(({ guid, fields, tags, modified, traits, deck }) => ({
						...{ guid, fields, tags, modified, traits, deck },
					}));
				expect(plain((await known(other.db)).notes)).toEqual(
					plain((await known(student.db)).notes),
				);
				student.db.close();
				other.db.close();
			}),
			{ numRuns: 15 },
		);
	}, 120_000);

	it('go out by deck with those under it, and without progress where that is not wanted', async () => {
		const shape = { text: 'html', own: false, studied: true } as const;
		const some = fc.sample(arbitraryCollection(shape), { numRuns: 20, seed: 21 });
		const collection = some.find(({ decks }) => decks.length > 1)!;
		const student = new Student(await openReady());
		await bringIn(student, collection);
		const decks = await allDecks(student.db);
		const root = decks.find(({ path }) => path.join() === 'Design')!;
		const part = await collect(student, { ...ALL, what: { deck: root.id }, scheduling: false });
		expect(part.decks.map(({ path }) => path.join('::'))).toEqual(['Design::Caching']);
		expect(part.reviews).toEqual([]);
		expect(part.cards.every(({ schedule, suspended }) => !schedule && !suspended)).toBe(true);
		const [note] = await allNotes(student.db);
		const one = await collect(student, { ...ALL, what: { notes: [note!.id] } });
		expect(one.notes.map(({ guid }) => guid)).toEqual([note!.guid]);
	});
});

describe('options', () => {
	it('go out where the person has changed the usual ones', async () => {
		const student = new Student(await openReady());
		const collection = fc.sample(arbitraryCollection({ text: 'html', own: true, studied: false }), {
			...{ numRuns: 1, seed: 5 },
		})[0]!;
		await bringIn(student, { ...collection, presets: [] });
		const usual = async () => (await collect(student)).presets.find(({ key }) => key === 'default');
		expect(await usual()).toBeUndefined();
		await writePreset(student.db, 'default', { desiredRetention: 0.85 }, student.moment);
		expect((await usual())?.options).toMatchObject({ desiredRetention: 0.85 });
	});
});

describe('the catalog', () => {
	it('goes out as the person has edited it, and its progress comes back to its own cards', async () => {
		const student = new Student(await openReady());
		await student.takeIn(1);
		await student.answer('p0/a', 3);
		const file = await collect(student, { ...ALL, what: 'all' }, CATALOG);
		expect(file.notes.map(({ guid }) => guid)).toEqual([
			'onsite:p0/a',
			'onsite:p0/b',
			'onsite:p0/c',
		]);
		const other = new Student(await openReady(), 'dev-b', student.t);
		await other.takeIn(1);
		await bringIn(other, readJsonDeck(writeJsonDeck(file)));
		expect(await allNotes(other.db)).toEqual([]);
		const [mine, theirs] = await Promise.all([student.card('p0/a'), other.card('p0/a')]);
		expect({ ...theirs, lastReview: '' }).toEqual({ ...mine, lastReview: '' });
		expect(await checkDatabase(other.db)).toEqual([]);
	});
});
