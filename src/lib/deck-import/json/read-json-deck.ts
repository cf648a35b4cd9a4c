/** Reads a deck in our JSON: each record is checked by itself, then whether all that it names exists. */
import * as v from 'valibot';
import { ImportError, shown } from '../import-error.ts';
import type { ImportedCollection, RecordKind } from '../imported.ts';
import { LIMITS, type Limits } from '../limits.ts';
import type { MemoryStart } from '../../scheduler/memory-start.ts';
import { soundOptions } from '../preset-options.ts';
import { Remarks } from '../remarks.ts';
import { parseJson } from '../safe-json.ts';
import {
	CARD,
	DECK,
	JSON_FORMAT,
	JSON_VERSION,
	NOTE,
	NOTE_TYPE,
	PRESET,
	REVIEW,
} from './json-deck.ts';

const HEAD = v.object({
	...{ format: v.literal(JSON_FORMAT), version: v.pipe(v.number(), v.integer()) },
	...{ origin: v.optional(v.string(), ''), made: v.optional(v.number(), 0) },
	...{ noteTypes: v.array(v.unknown()), notes: v.array(v.unknown()), cards: v.array(v.unknown()) },
	...{ decks: v.array(v.unknown()), reviews: v.optional(v.array(v.unknown()), []) },
	presets: v.optional(v.array(v.unknown()), []),
});

/** @throws ImportError for what is no deck in our JSON, or is of a newer version */
export function readJsonDeck(text: string, limits: Limits = LIMITS): ImportedCollection {
	const head = v.safeParse(HEAD, parseJson(text, 'The file', limits.depth));
	if (!head.success) {
		throw new ImportError(
			'not-this-format',
			`The file is JSON, but no deck: "format" must be "${JSON_FORMAT}", and "noteTypes", "notes", "cards" and "decks" must be lists.`,
		);
	}
	const file = head.output;
	if (file.version > JSON_VERSION) {
		const what = `The deck is of version ${file.version}; version ${JSON_VERSION} is known here.`;
		throw new ImportError('too-new', what);
	}
	const skipped = new Remarks();
	const sound = <S extends v.GenericSchema>(kind: RecordKind, list: unknown[], schema: S) =>
		soundRecords(kind, list, schema, skipped);
	const drop = (kind: RecordKind, number: number, label: string, reason: string): false => {
		skipped.add(kind, number, label, reason);
		return false;
	};
	const noteTypes = sound('type', file.noteTypes, NOTE_TYPE);
	const types = new Map(noteTypes.map(({ value }) => [value.key, value]));
	const decks = sound('deck', file.decks, DECK);
	const deckKeys = new Set(decks.map(({ value }) => value.key));
	const presets = sound('preset', file.presets, PRESET);
	const presetKeys = new Set(presets.map(({ value }) => value.key));
	const guids = new Set<string>();
	const notes = sound('note', file.notes, NOTE).filter(({ value, number }) => {
		const label = value.fields[0] ?? '';
		const type = types.get(value.noteType);
		if (!type) return drop('note', number, label, 'its note type is missing');
		if (type.fields.length !== value.fields.length) {
			return drop('note', number, label, 'it has not the fields of its type');
		}
		if (value.fields.some((field) => field.length > limits.field)) {
			return drop('note', number, label, 'a field is too long');
		}
		if (guids.has(value.guid)) return drop('note', number, label, 'its guid stands twice');
		guids.add(value.guid);
		return true;
	});
	const noteKeys = new Set(notes.map(({ value }) => value.key));
	const cards = sound('card', file.cards, CARD).filter(({ value, number }) => {
		if (!noteKeys.has(value.note)) return drop('card', number, value.key, 'its note is missing');
		if (deckKeys.has(value.deck)) return true;
		return drop('card', number, value.key, 'its deck is missing');
	});
	const cardKeys = new Set(cards.map(({ value }) => value.key));
	const reviews = sound('review', file.reviews, REVIEW).filter(
		({ value, number }) =>
			cardKeys.has(value.card) || drop('review', number, '', 'its card is missing'),
	);
	const moved = notes.some(({ number }, index) => number !== index + 1);
	return {
		...(moved ? { places: new Map(notes.map(({ value, number }) => [value.key, number])) } : {}),
		...{ format: 'json', origin: file.origin.slice(0, 200), made: file.made },
		noteTypes: noteTypes.map(({ value }) => value),
		notes: notes.map(({ value: { own, made, ...note } }) => ({
			...note,
			...(made === undefined ? {} : { made }),
			...(own ? { own: traits(own) } : {}),
		})),
		cards: cards.map(({ value: { schedule, start, ...card } }) => ({
			...card,
			...(schedule ? { schedule: withMemory(schedule) } : {}),
			...(start ? { start: saidOnly(start) } : {}),
		})),
		decks: decks.map(({ value: { preset, ...deck } }) => ({
			...deck,
			...(preset !== undefined && presetKeys.has(preset) ? { preset } : {}),
		})),
		media: [],
		reviews: reviews.map(({ value }) => value).sort((a, b) => a.t - b.t),
		presets: presets.map(({ value }) => ({ ...value, options: soundOptions(value.options) })),
		skipped: skipped.list(),
		repaired: new Remarks().list(),
	};
}

interface Numbered<T> {
	value: T;
	/** From 1. */
	number: number;
}

/** Records that fit the schema and whose key is their own. */
function soundRecords<S extends v.GenericSchema>(
	kind: RecordKind,
	list: unknown[],
	schema: S,
	skipped: Remarks,
): Numbered<v.InferOutput<S>>[] {
	const keys = new Set<string>();
	return list.flatMap((record, index) => {
		const result = v.safeParse(schema, record);
		const number = index + 1;
		if (!result.success) {
			const [issue] = result.issues;
			const where = (issue.path ?? []).map(({ key }) => String(key)).join('.');
			skipped.add(kind, number, '', `${shown(where)} is not as it must be`);
			return [];
		}
		const key = (result.output as { key?: string }).key;
		if (key !== undefined && keys.has(key)) {
			skipped.add(kind, number, key, 'its key stands twice');
			return [];
		}
		if (key !== undefined) keys.add(key);
		return [{ value: result.output, number }];
	});
}

function traits({ retired, ...own }: NonNullable<v.InferOutput<typeof NOTE>['own']>) {
	return { ...own, ...(retired ? { retired } : {}) };
}

function withMemory({ memory, ...schedule }: NonNullable<v.InferOutput<typeof CARD>['schedule']>) {
	return { ...schedule, ...(memory ? { memory } : {}) };
}

/** Without the fields that the file leaves out. */
function saidOnly(start: NonNullable<v.InferOutput<typeof CARD>['start']>): MemoryStart {
	const said = Object.entries(start).filter(([, value]) => value !== undefined);
	return Object.fromEntries(said) as unknown as MemoryStart;
}
