/** Random collections for round trips: any text that people could write, any state that a card can have. */
import fc from 'fast-check';
import { CARD_KINDS, LEVELS } from '../../src/lib/content/card.ts';
import type {
	ImportedCard,
	ImportedCollection,
	ImportedNote,
	ImportedNoteType,
	ImportedReview,
	ImportedSchedule,
	TextFormat,
} from '../../src/lib/deck-import/imported.ts';
import { stockType } from '../../src/lib/deck-import/stock-types.ts';

/** Text with all that formats take for marks of their own. */
const piece = fc.oneof(
	fc.string({ maxLength: 12 }),
	fc.string({ unit: 'grapheme', maxLength: 6 }),
	fc.constantFrom(
		...[
			'### x',
			'Q: a',
			'A: b',
			'C: c',
			'```',
			'~~~',
			'---',
			'\\A: x',
			'#include',
			'# h',
			'"',
			"'",
		],
		...[
			'""',
			',',
			';',
			'\t',
			'=1+1',
			'-x',
			'@y',
			'+z',
			'<b>',
			'</div>',
			'&amp;',
			'{{c1::x}}',
			'::',
		],
		...['front: "x"', 'kind: say', '<!--', '| a | b |', '==x==', '\n', '\n\n', ' ', '`', '\\'],
	),
);
const text = fc.array(piece, { maxLength: 6 }).map((pieces) => clean(pieces.join('')));
const line = fc
	.string({ unit: 'grapheme', minLength: 1, maxLength: 10 })
	.map((raw) => `x${clean(raw).replace(/[\s:;,[\]|"#{}^/\\]/g, '-')}`.normalize('NFC'));

/** As any program keeps text: no zeros, no separators of Anki, no halves of characters. */
function clean(raw: string): string {
	return raw.toWellFormed().replace(/[\0\x1f]/g, '');
}

const own = fc.record({
	...{ kind: fc.constantFrom(...CARD_KINDS), level: fc.constantFrom(...LEVELS) },
	...{ also: fc.array(line, { maxLength: 2 }), answers: fc.array(line, { maxLength: 2 }) },
});

export interface CollectionShape {
	text: TextFormat;
	/** Whether notes have the traits of our own cards. */
	own: boolean;
	/** Whether cards have progress. */
	studied: boolean;
}

const DAY = 86_400_000;

const schedule: fc.Arbitrary<ImportedSchedule> = fc
	.record({
		phase: fc.constantFrom('learning' as const, 'review' as const, 'relearning' as const),
		...{
			day: fc.integer({ min: 19_000, max: 21_500 }),
			second: fc.integer({ min: 1, max: 80_000 }),
		},
		...{ intraday: fc.boolean(), interval: fc.integer({ min: 0, max: 4000 }) },
		...{
			reps: fc.nat({ max: 99 }),
			lapses: fc.nat({ max: 9 }),
			left: fc.integer({ min: 0, max: 5 }),
		},
		ease: fc.integer({ min: 1300, max: 4000 }),
		memory: fc.option(
			fc.record({
				stability: fc.double({ min: 0.1, max: 3000, noNaN: true }),
				difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
			}),
			{ nil: undefined },
		),
	})
	.map(({ phase, day, second, intraday, memory, ease, ...rest }) => {
		const steps = phase !== 'review';
		return {
			...{ ...rest, phase, intraday: steps && intraday, left: steps ? rest.left : 0 },
			due: steps && intraday ? day * DAY + second * 1000 : day,
			...{ ease: ease / 1000, lastT: (day - 3) * DAY < 1.79e12 ? (day - 3) * DAY : 0 },
			...(memory ? { memory } : {}),
		};
	});

/** A collection of Basic, reversed and cloze notes in up to two decks. */
export function arbitraryCollection(shape: CollectionShape): fc.Arbitrary<ImportedCollection> {
	const types = [
		stockType('Basic', shape.text, ['Front', 'Back']),
		...(shape.own ? [] : [stockType('Basic (and reversed card)', shape.text, ['Front', 'Back'])]),
		...(shape.own ? [] : [stockType('Cloze', shape.text, ['Text', 'Back Extra'])]),
	];
	const note = fc.record({
		...{ type: fc.constantFrom(...types), front: text, back: text, guid: line },
		...{ tags: fc.uniqueArray(line, { maxLength: 3 }), seconds: fc.integer({ min: 1, max: 1e9 }) },
		...{ own, deck: fc.nat({ max: 1 }), flag: fc.nat({ max: 7 }), schedule: fc.option(schedule) },
		...{ suspended: fc.boolean(), buried: fc.constantFrom('none' as const, 'person' as const) },
		answers: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }),
	});
	const notes = fc.uniqueArray(note, {
		...{ selector: ({ guid }) => guid, minLength: 1, maxLength: 6 },
	});
	return notes.map((drawn) => {
		const made: ImportedNote[] = [];
		const cards: ImportedCard[] = [];
		const reviews: ImportedReview[] = [];
		drawn.forEach((each, index) => {
			const cloze = each.type.kind === 'cloze';
			const front = `x${each.front}${cloze ? '{{c1::a}} {{c3::b}}' : ''}`.trim();
			const key = String(1000 + index);
			made.push({
				...{ key, guid: each.guid, noteType: each.type.key, fields: [front, each.back.trim()] },
				...{ tags: each.tags, modified: each.seconds * 1000 },
				...(shape.own ? { own: each.own } : {}),
			});
			ordinalsOf(each.type).forEach((ordinal, at) => {
				const card = `${2000 + index}${ordinal}`;
				const progress = shape.studied && each.schedule && at === 0;
				cards.push({
					...{ key: card, note: key, ordinal, deck: String(10 + each.deck), position: index },
					suspended: shape.studied && each.suspended,
					buried: shape.studied && !each.suspended ? each.buried : 'none',
					flag: (shape.studied ? each.flag : 0) as ImportedCard['flag'],
					...(progress ? { schedule: each.schedule as ImportedSchedule } : {}),
				});
				if (progress) reviews.push(...reviewsOf(card, index, each.answers));
			});
		});
		const used = new Set(made.map(({ noteType }) => noteType));
		const homes = new Set(cards.map(({ deck }) => deck));
		return {
			...{ format: 'anki', origin: 'a test', made: 1_750_000_000_000, media: [], presets: [] },
			noteTypes: types.filter(({ key }) => used.has(key)),
			...{ notes: made, cards, reviews: reviews.sort((a, b) => a.t - b.t) },
			decks: [
				{ key: '10', path: ['Design', 'Caching'], description: 'Of <b>caches</b>' },
				{ key: '11', path: ['Other'], description: '' },
			].filter(({ key }) => homes.has(key)),
			skipped: { total: 0, first: [] },
			repaired: { total: 0, first: [] },
		};
	});
}

function ordinalsOf(type: ImportedNoteType): number[] {
	return type.kind === 'cloze' ? [0, 2] : type.templates.map((_, at) => at);
}

function reviewsOf(card: string, index: number, answers: readonly number[]): ImportedReview[] {
	return answers.map((grade, at) => ({
		...{ card, t: 1_700_000_000_000 + at * DAY + index, grade: grade as 1 },
		...{ kind: at === 0 ? 'learn' : 'review', duration: 1000 * grade, next: at + 1, before: at },
		factor: 2500,
	}));
}
