/** Gathers from the log when each card was first answered, and last with each grade. */
import { reading } from './atomic.ts';
import { scanBlock } from './block.ts';
import { breathe } from './breathe.ts';
import { allReviewRows } from './read-all.ts';
import { recordsOf } from './records.ts';
import type { OnsiteDb, ReviewRow } from './schema.ts';

/** Study days; `never` where there is no such answer. */
export interface AnsweredDays {
	/** The first graded answer that counted; cramming does not. */
	first: number;
	/** The last answer of each grade, Again first, cramming too. */
	last: [number, number, number, number];
}

/** By card id; part by part, so that whoever asks for it is heard meanwhile. @param never the number that stands for no day, below every day */
export async function answeredDays(
	db: OnsiteDb,
	never: number,
): Promise<Map<string, AnsweredDays>> {
	return reading(db, ['reviews', 'blocks', 'records'], async () => {
		const [records, blocks] = await Promise.all([recordsOf(db, 'void'), db.blocks.toArray()]);
		const undone = new Set(
			records.filter(({ fields }) => fields['void'] === true).map(({ id }) => id),
		);
		// Most answers stand: the end of an id, which is quick to have, tells that of nearly all.
		const tails = new Set([...undone].map((id) => parseInt(id.slice(-8), 16)));
		const days = new Map<string, AnsweredDays>();
		const of = (cardId: string) => {
			let found = days.get(cardId);
			if (!found) days.set(cardId, (found = { first: never, last: [never, never, never, never] }));
			return found;
		};
		for (const { bytes } of blocks) {
			scanBlock(bytes, (cards) => {
				const known = cards.map(of);
				return (review) => {
					const answered = known[review.card];
					if (answered && !(tails.has(review.tail()) && undone.has(review.id()))) {
						count(answered, review, never);
					}
				};
			});
			await breathe(db);
		}
		for await (const rows of allReviewRows(db)) {
			for (const row of rows) if (!undone.has(row.id)) count(of(row.cardId), row, never);
		}
		return days;
	});
}

function count(
	answered: AnsweredDays,
	{ grade, kind, day }: Pick<ReviewRow, 'grade' | 'kind' | 'day'>,
	never: number,
): void {
	if (grade === 0) return;
	const { first, last } = answered;
	if (kind !== 'cram' && (first === never || day < first)) answered.first = day;
	if (day > last[grade - 1]!) last[grade - 1] = day;
}
