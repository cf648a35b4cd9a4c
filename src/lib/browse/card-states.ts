/** What `is:` asks of a card. */
import { BIT, PHASES, type CardColumns } from './card-columns.ts';
import type { RowTest, SearchMoment } from './compile-search.ts';
import type { CardStateName } from './search-node.ts';

const [NEW, LEARNING, REVIEW, RELEARNING] = PHASES.keys();

export function stateTest(
	state: CardStateName,
	columns: CardColumns,
	{ now }: SearchMoment,
): RowTest {
	const { phase, bits, flag } = columns;
	const bit = (mask: number) => (row: number) => ((bits[row] ?? 0) & mask) !== 0;
	switch (state) {
		case 'new':
			return (row) => phase[row] === NEW;
		case 'learn':
			return (row) => phase[row] === LEARNING || phase[row] === RELEARNING;
		case 'review':
			return (row) => phase[row] === REVIEW || phase[row] === RELEARNING;
		case 'due':
			return (row) => isDueRow(columns, row, now.day, now.t);
		case 'suspended':
			return bit(BIT.suspended);
		case 'buried':
			return (row) => isBuried(columns, row, now.day);
		case 'buried-manually':
			return (row) => isBuried(columns, row, now.day) && !bit(BIT.bySibling)(row);
		case 'buried-sibling':
			return (row) => isBuried(columns, row, now.day) && bit(BIT.bySibling)(row);
		case 'leech':
			return bit(BIT.leech);
		case 'flagged':
			return (row) => flag[row] !== 0;
		case 'own':
			return bit(BIT.own);
		case 'catalog':
			return (row) => ((bits[row] ?? 0) & BIT.own) === 0;
	}
}

export function isBuried({ buriedOn }: CardColumns, row: number, today: number): boolean {
	const day = buriedOn[row] ?? 0;
	return day !== 0 && day >= today;
}

/** As `isDue` of the scheduler says of a card. */
export function isDueRow(columns: CardColumns, row: number, today: number, t: number): boolean {
	if (columns.phase[row] === NEW || isBuried(columns, row, today)) return false;
	const bits = columns.bits[row] ?? 0;
	if ((bits & BIT.suspended) !== 0) return false;
	const due = columns.due[row] ?? 0;
	return (bits & BIT.intraday) !== 0 ? due <= t : due <= today;
}
