/** Packages of the three generations give one and the same collection. */
import { describe, expect, it } from 'vitest';
import { readAnkiPackage } from '../../src/lib/deck-import/anki/read-anki-package.ts';
import { ImportError } from '../../src/lib/deck-import/import-error.ts';
import { dayOfDate } from '../../src/lib/scheduler/study-day.ts';
import type { ImportEnvironment } from '../../src/lib/deck-import/import-environment.ts';
import { BASIC, cardRow, CLOZE, noteRow, type AnkiSpec } from '../support/build-anki-database.ts';
import { buildAnkiPackage, PIXEL, type Generation } from '../support/build-anki-package.ts';
import { proto } from '../support/build-protobuf.ts';
import { bytesOf } from '../support/build-zip.ts';
import { importEnvironment } from '../support/import-environment.ts';

const GENERATIONS: Generation[] = [1, 2, 3];
const DAY_ZERO = dayOfDate('2026-01-01');
const OPTIONAL = {
	id: 1_600_000_000_003,
	name: 'Basic (optional reversed card)',
	fields: ['Front', 'Back', 'Add Reverse'],
	templates: [
		{ name: 'Card 1', front: '{{Front}}', back: '{{Back}}' },
		{ name: 'Card 2', front: '{{#Add Reverse}}{{Back}}{{/Add Reverse}}', back: '{{Front}}' },
	],
	css: '.card { color: black }',
};

const note = noteRow;
const card = cardRow;

const WHOLE: Partial<AnkiSpec> = {
	types: [BASIC, CLOZE, OPTIONAL],
	decks: [
		{ id: 1, name: 'Default' },
		{ id: 10, name: 'Design::Caching', preset: 5, description: 'Caches' },
		{ id: 11, name: 'Cramming', filtered: true },
	],
	presets: {
		5: {
			...{ id: 5, name: 'Slow', maxTaken: 90, desiredRetention: 0.85, newMix: 2, reviewOrder: 7 },
			autoplay: false,
			easyDaysPercentages: [1, 1, 1, 1, 1, 0.5, 0],
			new: { delays: [1, 15], perDay: 7, bury: true },
			rev: { perDay: 77, maxIvl: 400, bury: false },
			lapse: { delays: [20], leechFails: 6, leechAction: 1 },
		},
		6: { id: 6, name: 'Unused' },
	},
	presetBlobs: [
		{
			...{ id: 5, name: 'Slow' },
			config: proto(
				...([
					[1, [1, 15]],
					[2, [20]],
					[4, [1, 1, 1, 1, 1, 0.5, 0]],
				] as const),
				...([
					[9, 7],
					[10, 77],
					[16, 400],
					[21, 1],
					[22, 6],
					[23, 1],
					[24, 90],
					[27, 1],
				] as const),
				...([
					[30, 2],
					[33, 7],
					[37, { float: 0.85 }],
				] as const),
			),
		},
		{ id: 6, name: 'Unused', config: proto([9, 3]) },
	],
	notes: [
		note(1, { tags: ' design::caching  hard ', mod: 1_700_000_000 }),
		note(2, { mid: CLOZE.id, flds: '{{c1::a}} {{c2::b}}\x1f' }),
		note(3, { mid: OPTIONAL.id, flds: 'f\x1fb\x1fy' }),
		note(4),
		note(5),
		note(6),
	],
	cards: [
		card(101, 1, {
			type: 2,
			queue: 2,
			due: 330,
			ivl: 40,
			factor: 2350,
			reps: 9,
			lapses: 1,
			data: '{"s":52.4,"d":6.31,"dr":0.9,"lrt":1762000000,"pos":4}',
		}),
		card(102, 2, { due: 7, flags: 3 }),
		card(103, 2, { ord: 1, due: 7, queue: -1 }),
		card(104, 3, { type: 1, queue: 1, due: 1_795_000_000, left: 2002, reps: 1, factor: 2500 }),
		card(105, 3, {
			ord: 1,
			type: 3,
			queue: 3,
			due: 326,
			left: 1001,
			ivl: 3,
			reps: 5,
			lapses: 2,
			factor: 2100,
		}),
		card(106, 4, { type: 2, queue: -3, due: 320, ivl: 10, factor: 2500, reps: 3 }),
		card(107, 5, {
			type: 2,
			queue: 2,
			did: 11,
			odid: 10,
			odue: 340,
			due: -100_000,
			ivl: 20,
			factor: 2600,
			reps: 4,
		}),
		card(108, 6, { type: 0, queue: 0, did: 11, odid: 10, odue: 12, due: -99_999 }),
	],
	reviews: [
		{ id: 1_761_000_000_000, cid: 101, ease: 1, ivl: -600, type: 0, factor: 0, time: 8000 },
		{ id: 1_761_000_700_000, cid: 101, ease: 3, ivl: 4, lastIvl: -600, type: 0, factor: 2500 },
		{ id: 1_762_000_000_000, cid: 101, ease: 4, ivl: 40, lastIvl: 4, type: 1, factor: 2350 },
		{ id: 1_762_000_000_001, cid: 101, ease: 3, ivl: 40, lastIvl: 40, type: 3, factor: 0 },
		{ id: 1_762_000_000_002, cid: 106, ease: 0, ivl: 0, type: 4, factor: 0 },
		{ id: 1_762_000_000_003, cid: 106, ease: 0, ivl: 9, type: 4, factor: 2500 },
		{ id: 1_762_000_000_004, cid: 106, ease: 0, ivl: 10, type: 5, factor: 2500 },
	],
};

async function read(
	generation: Generation,
	spec: Partial<AnkiSpec>,
	media = {},
	environment: ImportEnvironment = importEnvironment(),
) {
	return readAnkiPackage(await buildAnkiPackage(generation, spec, media), environment);
}

describe.each(GENERATIONS)('a package of generation %i', (generation) => {
	it('keeps notes, decks, tags and note types, and not the note that asks for an update', async () => {
		const { notes, decks, noteTypes, skipped, repaired, format, made } = await read(
			generation,
			WHOLE,
		);
		expect([skipped.first, repaired.first, format, made]).toEqual([
			[],
			[],
			'anki',
			1_750_000_000_000,
		]);
		expect(notes.map(({ guid }) => guid)).toEqual([1, 2, 3, 4, 5, 6].map((id) => `guid-${id}`));
		expect(notes[0]).toEqual({
			...{ key: '1', guid: 'guid-1', noteType: String(BASIC.id), fields: ['front 1', 'back 1'] },
			...{ tags: ['design::caching', 'hard'], modified: 1_700_000_000_000 },
		});
		expect(decks).toEqual([
			{ key: '10', path: ['Design', 'Caching'], description: 'Caches', preset: '5' },
		]);
		expect(noteTypes).toEqual([
			{ ...typeOf(BASIC), kind: 'plain', css: '' },
			{ ...typeOf(CLOZE), kind: 'cloze', css: '' },
			{ ...typeOf(OPTIONAL), kind: 'plain', css: '.card { color: black }' },
		]);
	});

	it('keeps where every card stands', async () => {
		const { cards } = await read(generation, WHOLE);
		const byKey = Object.fromEntries(cards.map((each) => [each.key, each]));
		const home = { deck: '10', suspended: false, buried: 'none', flag: 0 };
		expect(byKey['101']).toEqual({
			...{ key: '101', note: '1', ordinal: 0, position: 4, ...home },
			schedule: {
				...{ phase: 'review', due: DAY_ZERO + 330, intraday: false, interval: 40, reps: 9 },
				...{ lapses: 1, left: 0, ease: 2.35, memory: { stability: 52.4, difficulty: 6.31 } },
				lastT: 1_762_000_000_000,
			},
		});
		expect(byKey['102']).toEqual({
			...{ key: '102', note: '2', ordinal: 0, position: 7, ...home, flag: 3 },
		});
		expect(byKey['103']).toMatchObject({ ordinal: 1, suspended: true });
		expect(byKey['104']?.schedule).toMatchObject({
			...{ phase: 'learning', due: 1_795_000_000_000, intraday: true, left: 2 },
		});
		expect(byKey['105']?.schedule).toMatchObject({
			...{ phase: 'relearning', due: DAY_ZERO + 326, intraday: false, left: 1, lapses: 2 },
		});
		expect(byKey['106']).toMatchObject({ buried: 'person', schedule: { due: DAY_ZERO + 320 } });
	});

	it('sends cards of filtered decks home with their own dates', async () => {
		const { cards } = await read(generation, WHOLE);
		expect(cards.at(-2)).toMatchObject({ deck: '10', schedule: { due: DAY_ZERO + 340 } });
		expect(cards.at(-1)).toMatchObject({ deck: '10', position: 12 });
		expect(cards.at(-1)).not.toHaveProperty('schedule');
	});

	it('keeps the review log, each entry by what it was', async () => {
		const { reviews } = await read(generation, WHOLE);
		expect(reviews[0]).toEqual({
			...{ card: '101', t: 1_761_000_000_000, grade: 1, kind: 'learn', duration: 8000 },
			...{ next: -600, before: 0, factor: 0 },
		});
		expect(reviews.map(({ kind, grade }) => `${kind} ${grade}`)).toEqual([
			...['learn 1', 'learn 3', 'review 4', 'cram 3', 'reset 0', 'reschedule 0', 'reschedule 0'],
		]);
	});

	it('keeps the options that exist here too, of presets in use', async () => {
		const { presets } = await read(generation, WHOLE);
		expect(presets).toEqual([
			{
				...{ key: '5', name: 'Slow' },
				options: {
					...{ desiredRetention: 0.85, learningSteps: [1, 15], relearningSteps: [20] },
					...{ maximumInterval: 400, newPerDay: 7, reviewsPerDay: 77, newMix: 'new-first' },
					...{ reviewOrder: 'retrievability', buryNewSiblings: true, buryReviewSiblings: false },
					...{ leechThreshold: 6, leechAction: 'tag', answerCap: 90, autoplaySounds: false },
					easyDays: ['normal', 'normal', 'normal', 'normal', 'normal', 'reduced', 'minimum'],
				},
			},
		]);
	});

	it('keeps media under their hash, and says which it leaves out', async () => {
		const environment = importEnvironment();
		const media = {
			'a.png': PIXEL,
			'../../b.png': PIXEL,
			'page.png': bytesOf('<!doctype html><script>alert(1)</script>'),
			'empty.mp3': new Uint8Array(),
			'drawing.svg': bytesOf('<?xml version="1.0"?><svg xmlns="x"><script/></svg>'),
		};
		const read_ = await read(generation, WHOLE, media, environment);
		expect(read_.media.map(({ name, type, size }) => [name, type, size])).toEqual([
			['a.png', 'image/png', PIXEL.length],
			['../../b.png', 'image/png', PIXEL.length],
			['drawing.svg', 'image/svg+xml', 51],
		]);
		expect(read_.media[0]?.hash).toMatch(/^[0-9a-f]{64}$/);
		expect(environment.kept.size).toBe(2);
		expect(read_.skipped.first.map(({ number, label, reason }) => [number, label, reason])).toEqual(
			[
				[3, 'page.png', 'its content is no picture, sound or film'],
				[4, 'empty.mp3', 'it is empty'],
			],
		);
	});
});

function typeOf({ id, name, fields, templates }: typeof BASIC) {
	return { key: String(id), name, text: 'html', fields, templates };
}

describe('older collections', () => {
	it('of the first scheduler graded learning with three buttons', async () => {
		const grades = (scheduler: 1 | 2) =>
			read(1, {
				scheduler,
				notes: [note(1)],
				cards: [card(1, 1)],
				reviews: [1, 2, 3].flatMap((ease) => [
					{ id: 1_761_000_000_000 + ease, cid: 1, type: 0, ease },
					{ id: 1_761_000_001_000 + ease, cid: 1, type: 1, ease },
				]),
			}).then(({ reviews }) => reviews.map(({ grade }) => grade));
		expect(await grades(1)).toEqual([1, 3, 4, 1, 2, 3]);
		expect(await grades(2)).toEqual([1, 2, 3, 1, 2, 3]);
	});

	it('without an offset count their days in the zone of the person', async () => {
		const bytes = await buildAnkiPackage(1, {
			offsetWest: undefined,
			notes: [note(1)],
			cards: [card(1, 1, { type: 2, queue: 2, due: 10 })],
		});
		const due = async (timeZone: string) => {
			const environment = importEnvironment({ zone: { timeZone, rolloverHour: 4 } });
			return (await readAnkiPackage(bytes, environment)).cards[0]?.schedule?.due;
		};
		expect(await due('Europe/Berlin')).toBe(DAY_ZERO + 10);
		expect(await due('America/Los_Angeles')).toBe(DAY_ZERO + 9);
	});
});

it('tells where it is and stops when told to', async () => {
	const notes = Array.from({ length: 2500 }, (_, at) => note(at + 1));
	const bytes = await buildAnkiPackage(2, { notes, cards: notes.map(({ id }) => card(id, id)) });
	const seen: string[] = [];
	const watch = ({ stage, done, total }: { stage: string; done: number; total: number }) => {
		seen.push(`${stage} ${done}/${total}`);
	};
	await readAnkiPackage(bytes, importEnvironment({ watch }));
	expect(seen).toEqual([
		...['unpack 0/0', 'notes 1000/2500', 'notes 2000/2500', 'cards 1000/2500', 'cards 2000/2500'],
	]);
	const stop = () => {
		throw new ImportError('cancelled', 'The import was stopped.');
	};
	await expect(readAnkiPackage(bytes, importEnvironment({ watch: stop }))).rejects.toMatchObject({
		kind: 'cancelled',
	});
});
