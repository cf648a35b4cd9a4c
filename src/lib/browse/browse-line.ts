/** A card as a list shows it. */
import { BIT, PHASES, type CardColumns } from './card-columns.ts';
import { propertyOf } from './card-properties.ts';
import type { Flag } from '../scheduler/card-state.ts';
import type { Phase } from '../scheduler/review.ts';
import type { Moment } from '../scheduler/study-day.ts';

/** Numbers that a card has not are NaN. */
export interface BrowseLine {
	row: number;
	id: string;
	noteId: string;
	/** '' where there is nothing to read, such as a picture alone. */
	text: string;
	place: string;
	own: boolean;
	phase: Phase;
	suspended: boolean;
	buriedOn: number;
	leech: boolean;
	flag: Flag;
	intraday: boolean;
	/** As of `CardState`. */
	due: number;
	stability: number;
	difficulty: number;
	/** Probability of recall now, 0 to 1. */
	recall: number;
	interval: number;
	reps: number;
	lapses: number;
	/** ms since the epoch; 0 where nobody knows, or never. */
	added: number;
	edited: number;
}

/** A row that holds no card any more says so by an empty id. */
export function browseLine(columns: CardColumns, row: number, now: Moment): BrowseLine {
	const text = columns.textOf(row);
	const bits = columns.bits[row] ?? 0;
	const id = columns.has(row) ? (columns.ids[row] ?? '') : '';
	return {
		...{ row, id, noteId: columns.noteIds[row] ?? '', text: text?.line ?? '' },
		...{ place: columns.placeOf(row), own: (bits & BIT.own) !== 0 },
		phase: PHASES[columns.phase[row] ?? 0] ?? 'new',
		suspended: (bits & BIT.suspended) !== 0,
		leech: (bits & BIT.leech) !== 0,
		intraday: (bits & BIT.intraday) !== 0,
		buriedOn: columns.buriedOn[row] ?? 0,
		flag: (columns.flag[row] ?? 0) as Flag,
		due: columns.due[row] ?? 0,
		stability: propertyOf('s', columns, now)(row),
		difficulty: propertyOf('d', columns, now)(row),
		recall: propertyOf('r', columns, now)(row),
		interval: columns.interval[row] ?? 0,
		...{ reps: columns.reps[row] ?? 0, lapses: columns.lapses[row] ?? 0 },
		...{ added: text?.added ?? 0, edited: text?.edited ?? 0 },
	};
}
