import { describe, expect, it, test } from 'vitest';
import { DEFAULT_PRESET } from '../../scheduler/default-preset.ts';
import { CollectionBuilder } from '../collection-builder.ts';
import type { ImportedCollection, ImportedSchedule } from '../imported.ts';
import { StudyDays } from '../history/study-days.ts';
import { stockType } from '../stock-types.ts';
import { NOTHING_YET, type ExistingState } from './existing-state.ts';
import type { ImportPlan } from './import-plan.ts';
import { judgeImport } from './judge-import.ts';

const options = {
	...{ days: new StudyDays({ timeZone: 'UTC', rolloverHour: 4 }), weights: DEFAULT_PRESET.weights },
	...{ now: Date.UTC(2026, 10, 22, 12), retention: 0.9, scheduling: true },
};
const SCHEDULE: ImportedSchedule = {
	...{ phase: 'review', due: 20_800, intraday: false, interval: 30, reps: 5, lapses: 1, left: 0 },
	...{ ease: 2.5, lastT: 0 },
};
const type = stockType('Basic (and reversed card)', 'html', ['Front', 'Back']);

function collection(
	notes: { guid: string; back?: string; modified?: number; studied?: boolean; deck?: string }[],
	more: Partial<ImportedCollection> = {},
): ImportedCollection {
	const builder = new CollectionBuilder('anki', 'a test');
	notes.forEach(({ guid, back = 'b', modified = 100, studied, deck = 'A::B' }, index) => {
		builder.add({
			...{ number: index + 1, type, fields: [guid, back], tags: [], guid, modified },
			deck: deck.split('::'),
			...(studied ? { schedules: [SCHEDULE] } : {}),
		});
	});
	return { ...builder.finish(), ...more };
}

/** The device once a plan was carried out. */
function after(plan: ImportPlan, studied = false): ExistingState {
	const notes = plan.addNotes.map((note) => {
		const cards = plan.cards.filter(({ card }) => card.note === note.key);
		return [
			note.guid,
			{
				...{ id: `here-${note.guid}`, text: type.text, kind: type.kind, deckId: 'deck' },
				fieldNames: type.fields,
				...{ fields: note.fields, tags: note.tags, modified: note.modified },
				cards: new Map(
					cards.map(({ card, history }) => [
						card.ordinal,
						{ id: card.key, studied: studied || history !== undefined },
					]),
				),
			},
		] as const;
	});
	return {
		notes: new Map(notes),
		decks: new Map(plan.addDecks.map(({ path }) => [path.join('::'), 'deck'])),
		media: new Map(plan.addMedia.map(({ name, hash }) => [name, hash])),
	};
}
const counts = ({ report }: ImportPlan) => ({ notes: report.notes, cards: report.cards });
const reasons = ({ report }: ImportPlan) =>
	report.skipped.first.map(({ number, reason }) => `${number}: ${reason}`);

describe('judgeImport', () => {
	it('adds what is not here, with its progress', () => {
		const plan = judgeImport(
			collection([{ guid: 'g', studied: true }, { guid: 'h' }]),
			NOTHING_YET,
			options,
		);
		expect(counts(plan)).toMatchObject({ notes: { added: 2 }, cards: { added: 4, kept: 0 } });
		expect(plan.cards.map(({ history }) => history?.start?.interval)).toEqual([
			30,
			undefined,
			undefined,
			undefined,
		]);
		expect([plan.addDecks.length, plan.noteTypes.length]).toEqual([1, 1]);
	});

	it('makes an empty plan of the same file once it is in', () => {
		const file = collection([{ guid: 'g', studied: true }, { guid: 'h' }]);
		const again = judgeImport(file, after(judgeImport(file, NOTHING_YET, options)), options);
		expect(counts(again)).toMatchObject({
			notes: { added: 0, updated: 0, unchanged: 2 },
			cards: { added: 0, kept: 4 },
		});
		expect([
			again.addNotes,
			again.updateNotes,
			again.cards,
			again.addDecks,
			again.noteTypes,
		]).toEqual([[], [], [], [], []]);
	});

	it('updates by guid what is newer, leaves what is older, and keeps progress in both cases', () => {
		const here = after(
			judgeImport(collection([{ guid: 'g' }, { guid: 'h' }]), NOTHING_YET, options),
			true,
		);
		const file = collection([
			{ guid: 'g', back: 'newer', modified: 200, studied: true },
			{ guid: 'h', back: 'older', modified: 50, studied: true },
		]);
		const plan = judgeImport(file, here, options);
		expect(plan.updateNotes.map(({ id, note }) => [id, note.fields[1]])).toEqual([
			['here-g', 'newer'],
		]);
		expect(plan.cards).toEqual([]);
		expect(counts(plan)).toMatchObject({ notes: { updated: 1, older: 1 }, cards: { kept: 4 } });
		expect(reasons(plan)).toEqual(['2: what is here was edited later']);
	});

	it('lets a card that was never answered take the progress of the file', () => {
		const here = after(judgeImport(collection([{ guid: 'g' }]), NOTHING_YET, options));
		const plan = judgeImport(collection([{ guid: 'g', studied: true }]), here, options);
		expect(plan.cards.map(({ id, card }) => [id, card.ordinal])).toEqual([['g/0', 0]]);
		expect(counts(plan).cards).toMatchObject({ progressTaken: 1, kept: 1, added: 0 });
	});

	it('adds a card that a note has got since', () => {
		const [note] = collection([{ guid: 'g' }]).notes;
		const here = after(judgeImport(collection([{ guid: 'g' }]), NOTHING_YET, options), true);
		const known = here.notes.get('g')!;
		const one = { ...known, cards: new Map([[0, { id: 'x', studied: true }]]) };
		const plan = judgeImport(
			collection([{ guid: 'g' }]),
			{ ...here, notes: new Map([[note!.guid, one]]) },
			options,
		);
		expect(plan.cards.map(({ card, id }) => [card.ordinal, id])).toEqual([[1, undefined]]);
	});

	it('never puts a note over one with other fields', () => {
		const here = after(judgeImport(collection([{ guid: 'g' }]), NOTHING_YET, options));
		const other = { ...here.notes.get('g')!, fieldNames: ['Text', 'Extra'] };
		const plan = judgeImport(
			collection([{ guid: 'g', back: 'x', modified: 999 }]),
			{ ...here, notes: new Map([['g', other]]) },
			options,
		);
		expect([plan.updateNotes, plan.cards]).toEqual([[], []]);
		expect(reasons(plan)).toEqual(['1: the note here that has its guid has other fields']);
	});

	it('counts what it does not compare: cards of the catalog', () => {
		const here = after(judgeImport(collection([{ guid: 'g' }]), NOTHING_YET, options));
		const ofCatalog = { ...here.notes.get('g')!, builtIn: true } as const;
		const plan = judgeImport(
			collection([{ guid: 'g', back: 'edited', modified: 999 }]),
			{ ...here, notes: new Map([['g', ofCatalog]]) },
			options,
		);
		expect(counts(plan).notes).toMatchObject({ updated: 0, unchanged: 1, catalog: 1 });
	});

	it('without progress makes every card new', () => {
		const file = collection([{ guid: 'g', studied: true }]);
		const marked = {
			...file,
			cards: file.cards.map((card) => ({ ...card, suspended: true, flag: 3 as const })),
		};
		const plan = judgeImport(marked, NOTHING_YET, { ...options, scheduling: false });
		expect(
			plan.cards.every(
				({ card, history }) => !card.schedule && !card.suspended && card.flag === 0 && !history,
			),
		).toBe(true);
	});

	it('uses decks that are here and gives clashing media another name', () => {
		const media = [
			{ name: 'a.png', hash: 'ff'.repeat(32), type: 'image/png', size: 1 },
			{ name: 'b.png', hash: '11'.repeat(32), type: 'image/png', size: 1 },
		];
		const file = collection(
			[{ guid: 'g', back: '<img alt="x" src="a.png" class=y>[sound:a.png]<img src=b.png>' }],
			{ media },
		);
		const existing = {
			...NOTHING_YET,
			decks: new Map([['A::B', 'deck-7']]),
			media: new Map([
				['a.png', '00'.repeat(32)],
				['b.png', '11'.repeat(32)],
			]),
		};
		const plan = judgeImport(file, existing, options);
		const name = `a-${'ff'.repeat(20)}.png`;
		expect(plan.addDecks).toEqual([]);
		expect([...plan.knownDecks]).toEqual([['A::B', 'deck-7']]);
		expect(plan.addMedia).toEqual([{ ...media[0], name }]);
		expect(plan.addNotes[0]?.fields[1]).toBe(
			`<img alt="x" src="${name}" class=y>[sound:${name}]<img src=b.png>`,
		);
		expect(plan.report.media).toEqual({ added: 1, known: 1, renamed: 1 });
	});

	it('gives clashing media their other name where a field holds nothing but the name', () => {
		const media = [{ name: 'a.png', hash: 'ff'.repeat(32), type: 'image/png', size: 1 }];
		const file = collection(
			[
				{ guid: 'g', back: ' a.png ' },
				{ guid: 'h', back: 'see a.png' },
			],
			{
				media,
			},
		);
		const here = { ...NOTHING_YET, media: new Map([['a.png', '00'.repeat(32)]]) };
		const backs = judgeImport(file, here, options).addNotes.map(({ fields }) => fields[1]);
		expect(backs).toEqual([`a-${'ff'.repeat(20)}.png`, 'see a.png']);
	});

	it('gives clashing media their other name in templates and styles too', () => {
		const media = [{ name: '_a.png', hash: 'ff'.repeat(32), type: 'image/png', size: 1 }];
		const pictured = {
			...type,
			templates: [{ name: 'T', front: '<img src="_a.png">{{Front}}', back: '[sound:_b.mp3]' }],
			css: '.card { background: url("_a.png") } .x { background: url(_b.png) }',
		};
		const file = { ...collection([{ guid: 'g' }], { media }), noteTypes: [pictured] };
		const here = new Map([['_a.png', '00'.repeat(32)]]);
		const name = `_a-${'ff'.repeat(20)}.png`;
		expect(judgeImport(file, { ...NOTHING_YET, media: here }, options).noteTypes).toEqual([
			{
				...pictured,
				templates: [{ name: 'T', front: `<img src="${name}">{{Front}}`, back: '[sound:_b.mp3]' }],
				css: `.card { background: url("${name}") } .x { background: url(_b.png) }`,
			},
		]);
		expect(judgeImport(file, NOTHING_YET, options).noteTypes).toEqual([pictured]);
	});

	test('what the reader left out is in the report too', () => {
		const file = collection([{ guid: 'g' }], {
			skipped: { total: 3000, first: [{ kind: 'card', number: 9, label: '', reason: 'r' }] },
		});
		expect(judgeImport(file, NOTHING_YET, options).report.skipped).toEqual(file.skipped);
	});
});
