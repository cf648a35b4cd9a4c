/** What cards remember of interviews in which they were missed. */
import type { CardState } from '../scheduler/card-state.ts';
import type { Fields } from './record.ts';
import { recordsOf } from './records.ts';
import type { OnsiteDb } from './schema.ts';

/** What of an interview a card remembers. */
export interface CardMiss {
	/** Id of the interview, and the title of its question. */
	interview: string;
	title: string;
	/** When it could have been shown, in milliseconds of the interview; undefined for what was never reached. */
	at?: number;
}

/** Misses of cards by id, each with how often the card had been answered by then. */
export type CardMisses = ReadonlyMap<string, CardMiss & { reps: number }>;

/** Every miss that a card remembers, those answered since too: `openMiss` tells them apart. */
export async function readMisses(db: OnsiteDb): Promise<CardMisses> {
	const records = await recordsOf(db, 'miss');
	return new Map(records.flatMap(({ id, fields }) => missFrom(id, fields)));
}

function missFrom(id: string, fields: Fields): [string, CardMiss & { reps: number }][] {
	const { interview, title, at, reps } = fields;
	if (typeof interview !== 'string' || typeof title !== 'string') return [];
	if (typeof reps !== 'number') return [];
	return [[id, { interview, title, reps, ...(typeof at === 'number' ? { at } : {}) }]];
}

/** The miss that a card came back for; undefined once it was answered after it. */
export function openMiss(
	misses: CardMisses,
	{ id, reps }: Pick<CardState, 'id' | 'reps'>,
): CardMiss | undefined {
	const miss = misses.get(id);
	if (!miss || miss.reps !== reps) return undefined;
	const { interview, title, at } = miss;
	return { interview, title, ...(at === undefined ? {} : { at }) };
}
