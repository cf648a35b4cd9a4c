/** Cards of a collection: where each stands, in days of ours, home from any filtered deck. */
import { isSoundMemory } from '../../scheduler/memory-model.ts';
import type { Flag } from '../../scheduler/card-state.ts';
import type { ImportedCard, ImportedNote, ImportedSchedule } from '../imported.ts';
import { asNumber, asObject, readJson, type JsonObject } from '../safe-json.ts';
import type { AnkiClock } from './anki-days.ts';
import { idColumn, numberColumn, textColumn } from './columns.ts';
import { DEFAULT_DECK, type AnkiDecks } from './read-decks.ts';
import { labelOf, type NoteReading } from './read-notes.ts';

export interface CardReading extends NoteReading {
	notes: ReadonlyMap<string, ImportedNote>;
	decks: AnkiDecks;
	clock: AnkiClock;
	/** ms since the epoch. */
	now: number;
}

interface Row {
	ordinal: number;
	type: number;
	queue: number;
	due: number;
	interval: number;
	factor: number;
	reps: number;
	lapses: number;
	left: number;
	homeDue: number;
	flags: number;
}

const NUMBERS = [
	...['ord', 'type', 'queue', 'due', 'ivl', 'factor', 'reps', 'lapses', 'left', 'odue', 'flags'],
];
/** A due date of a learning card above this is an instant in seconds, below it a day. */
const INSTANT = 1_000_000_000;
const LONGEST_INTERVAL = 36_500;

/** By key, in the order of their making. */
export function readCards(reading: CardReading): Map<string, ImportedCard> {
	const { file, limits, watch, notes, types, skipped } = reading;
	const cards = new Map<string, ImportedCard>();
	const taken = new Set<string>();
	if (!file.has('cards')) return cards;
	const total = file.count('cards');
	const ids = ['id', 'nid', 'did', 'odid'].map(idColumn);
	const columns = [...ids, ...NUMBERS.map(numberColumn), textColumn('data', 10_000)];
	file.each(`SELECT ${columns} FROM cards ORDER BY id LIMIT ${limits.notes}`, (values, number) => {
		if (number % 1000 === 0) watch({ stage: 'cards', done: number, total });
		const [key, noteKey, deck, home] = values;
		const row = rowOf(values);
		const note = notes.get(String(noteKey));
		const type = types.get(note?.noteType ?? '');
		const label = labelOf(note?.fields ?? []);
		const skip = (reason: string) => skipped.add('card', number, label, reason);
		if (typeof key !== 'string' || !row) return skip('its numbers cannot be read');
		if (!note || !type) return skip('its note is missing');
		const most = type.kind === 'plain' ? type.templates.length : 500;
		if (row.ordinal < 0 || row.ordinal >= most) return skip('its template is missing');
		const place = `${note.key}/${row.ordinal}`;
		if (taken.has(place)) return skip('its note has this card already');
		if (row.type < 0 || row.type > 3) return skip(`its kind ${row.type} is not known`);
		taken.add(place);
		const data = dataOf(values.at(-1));
		const repair = (reason: string) => reading.repaired.add('card', number, label, reason);
		const away = typeof home === 'string' && home !== '0';
		cards.set(key, {
			key,
			note: note.key,
			ordinal: row.ordinal,
			deck: homeOf(away ? home : String(deck), reading, repair),
			position: positionOf(row, data, away),
			suspended: row.queue === -1,
			buried: row.queue === -3 ? 'person' : row.queue === -2 ? 'sibling' : 'none',
			flag: (row.flags & 7) as Flag,
			...(row.type === 0 ? {} : { schedule: scheduleOf(row, data, away, reading, repair) }),
		});
	});
	if (total > limits.notes) {
		skipped.add('card', limits.notes + 1, '', `only ${limits.notes} cards are taken`);
	}
	return cards;
}

function rowOf(values: unknown[]): Row | undefined {
	const numbers = values.slice(4, 4 + NUMBERS.length);
	if (!numbers.every((value) => typeof value === 'number' && Number.isFinite(value))) return;
	const whole = (numbers as number[]).map((value) => Math.trunc(value));
	const [ordinal = 0, type = 0, queue = 0, due = 0, interval = 0, factor = 0] = whole;
	const [reps = 0, lapses = 0, left = 0, homeDue = 0, flags = 0] = whole.slice(6);
	return {
		...{ ordinal, type, queue, due, interval, factor },
		...{ reps, lapses, left, homeDue, flags },
	};
}

function dataOf(text: unknown): JsonObject {
	if (typeof text !== 'string' || !text.startsWith('{')) return new Map();
	try {
		return asObject(readJson(text, 'The data of a card'));
	} catch {
		return new Map();
	}
}

function homeOf(key: string, { decks }: CardReading, repair: (reason: string) => void): string {
	if (decks.byKey.has(key) && !decks.filtered.has(key)) return key;
	repair('its deck is missing; it goes to the default deck');
	return DEFAULT_DECK;
}

function positionOf(row: Row, data: JsonObject, away: boolean): number {
	const due = away && row.homeDue > 0 ? row.homeDue : row.due;
	const position = row.type === 0 ? due : asNumber(data.get('pos'));
	return Math.min(Math.max(0, Math.trunc(position ?? 0)), 1e9 - 1);
}

function scheduleOf(
	row: Row,
	data: JsonObject,
	away: boolean,
	reading: CardReading,
	repair: (reason: string) => void,
): ImportedSchedule {
	const { clock, now } = reading;
	const relearning = row.type === 3 || (row.type === 2 && (row.queue === 1 || row.queue === 3));
	const phase = row.type === 1 ? 'learning' : relearning ? 'relearning' : 'review';
	const stored = away && row.homeDue > 0 ? row.homeDue : row.due;
	const intraday = phase !== 'review' && stored > INSTANT;
	const today = Math.floor(now / 86_400_000);
	let due = intraday ? stored * 1000 : clock.dayZero + stored;
	const day = intraday ? Math.floor(due / 86_400_000) : due;
	if (Math.abs(day - today) > LONGEST_INTERVAL + 366) {
		repair('its due date is more than a century away; it is due today');
		due = intraday ? now : today;
	}
	const memory = memoryOf(data, repair);
	const last = (asNumber(data.get('lrt')) ?? 0) * 1000;
	return {
		...{ phase, due, intraday },
		interval: clamp(row.interval, 0, LONGEST_INTERVAL),
		reps: clamp(row.reps, 0, 1e6),
		lapses: clamp(row.lapses, 0, 1e6),
		left: phase === 'review' ? 0 : clamp(row.left % 1000, 0, 20),
		ease: clamp(row.factor, 0, 10_000) / 1000,
		...(memory ? { memory } : {}),
		lastT: last > 0 && last <= now ? last : 0,
	};
}

function memoryOf(data: JsonObject, repair: (reason: string) => void): ImportedSchedule['memory'] {
	if (!data.has('s') && !data.has('d')) return undefined;
	const [stability, difficulty] = [data.get('s'), data.get('d')];
	if (isSoundMemory(stability, difficulty)) {
		return { stability: Number(stability), difficulty: Number(difficulty) };
	}
	repair('its FSRS memory cannot be; it is reckoned from the history');
	return undefined;
}

function clamp(value: number, low: number, high: number): number {
	return Math.min(Math.max(value, low), high);
}
