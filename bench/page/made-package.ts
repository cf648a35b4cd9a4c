/** Makes the package of somebody who has used Anki for years: notes of every length, history, pictures. */
import type {
	ImportedCard,
	ImportedCollection,
	ImportedMedia,
	ImportedNote,
	ImportedReview,
} from '../../src/lib/deck-import/imported.ts';
import { stockType } from '../../src/lib/deck-import/stock-types.ts';
import { chance } from '../../src/lib/scheduler/seed.ts';
import { makeLog } from './collection.ts';

const WORDS =
	'cache shard replica leader quorum queue index latency bucket token retry lease'.split(' ');
/** Bytes of a picture. */
const PICTURE = 20_000;
/** A note in so many shows a picture. */
const NOTES_A_PICTURE = 25;
const DECKS = 20;

function sentence(of: string, words: number): string {
	const at = (index: number) => Math.floor(chance(of, index) * WORDS.length);
	return Array.from({ length: words }, (_, index) => WORDS[at(index)]).join(' ');
}

/** A picture that no other equals: the head of a PNG of one pixel, and then noise. */
export function pictureOf(number: number): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(PICTURE);
	bytes.set([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
	bytes.set([0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0], 16);
	for (let at = 40; at < PICTURE; at += 1) bytes[at] = Math.floor(chance(number, at >> 3) * 256);
	return bytes;
}

/** @param today study day; the reviews end before it */
export function madeCollection(
	count: number,
	reviews: number,
	{ day, tz, t }: { day: number; tz: number; t: number },
): ImportedCollection {
	const type = stockType('Basic', 'html', ['Front', 'Back']);
	const notes: ImportedNote[] = [];
	const cards: ImportedCard[] = [];
	const log: ImportedReview[] = [];
	const media: ImportedMedia[] = [];
	for (let at = 0; at < count; at += 1) {
		const key = String(1_600_000_000_000 + at);
		const front = sentence(`f${at}`, 8);
		const shown = at % NOTES_A_PICTURE === 0 ? `<img src="p${at}.png">` : '';
		if (shown)
			media.push({ name: `p${at}.png`, hash: String(at), type: 'image/png', size: PICTURE });
		const back = `${sentence(`b${at}`, 10 + (at % 40))}${shown}`;
		notes.push({
			...{ key, guid: `g${at}`, noteType: type.key, fields: [front, `<div>${back}</div>`] },
			...{ tags: [`topic::${WORDS[at % WORDS.length]}`], modified: t - 86_400_000 * 100 },
		});
		const own = makeLog(key, Math.floor(((at + 1) * reviews) / count) - log.length, log.length, {
			day,
			tz,
		});
		const last = own.at(-1);
		cards.push({
			...{ key, note: key, ordinal: 0, deck: String(at % DECKS), position: at },
			...{ suspended: at % 200 === 0, buried: 'none', flag: 0 },
			...(last && {
				schedule: {
					...{ phase: 'review', due: last.day + last.next, intraday: false, interval: last.next },
					...{ reps: own.length, lapses: 0, left: 0, ease: 2.5, lastT: last.t },
				},
			}),
		});
		own.forEach(({ t: time, grade, kind, duration, next }, index) =>
			log.push({
				...{ card: key, t: time, grade, kind, duration, next, factor: 2500 },
				before: own[index - 1]?.next ?? 0,
			}),
		);
	}
	const decks = Array.from({ length: DECKS }, (_, at) => ({
		...{ key: String(at), path: ['Work', `Topic ${at}`], description: '' },
	}));
	const none = { total: 0, first: [] };
	return {
		...{ format: 'anki', origin: 'the bench', made: t, noteTypes: [type], notes, cards, decks },
		...{
			media,
			reviews: log.sort((a, b) => a.t - b.t),
			presets: [],
			skipped: none,
			repaired: none,
		},
	};
}
