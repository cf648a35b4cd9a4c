/** Makes the collection of a person who has studied for years: cards, and a log that led to them. */
import { nextMemory, type MemoryState } from '../../src/lib/scheduler/memory-model.ts';
import { DEFAULT_PRESET, parametersId } from '../../src/lib/scheduler/default-preset.ts';
import type { Grade } from '../../src/lib/scheduler/review.ts';
import { chance } from '../../src/lib/scheduler/seed.ts';
import type { ReviewRow } from '../../src/lib/db/schema.ts';

const DAY = 86_400_000;
const { weights } = DEFAULT_PRESET;
const PARAMS = parametersId(weights);
/** Days. */
const LONGEST = 365;

/** A UUIDv7 of a time and a number. */
export function uuidOf(t: number, number: number): string {
	const time = Math.floor(t).toString(16).padStart(12, '0');
	const tail = number.toString(16).padStart(12, '0');
	return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${tail}`;
}

function draw(cardId: string, at: number): Grade {
	const drawn = chance('grade', cardId, at);
	if (drawn < 0.08) return 1;
	return drawn < 0.14 ? 2 : drawn < 0.92 ? 3 : 4;
}

/** Answers and the intervals that they gave, in days. */
function course(cardId: string, answers: number): { grade: Grade; next: number }[] {
	const steps: { grade: Grade; next: number }[] = [];
	let memory: MemoryState | null = null;
	let elapsed = 0;
	for (let at = 0; at < answers; at += 1) {
		const grade = draw(cardId, at);
		memory = nextMemory(memory, elapsed, grade, weights);
		elapsed = Math.min(LONGEST, Math.max(1, Math.round(memory.stability)));
		steps.push({ grade, next: elapsed });
	}
	return steps;
}

/**
 * The log of a card, oldest first, ended before study day `today`: one card in about ten is due.
 * @param firstNumber of its ids
 * @param tz minutes east of UTC
 */
export function makeLog(
	cardId: string,
	answers: number,
	firstNumber: number,
	{ day: today, tz }: { day: number; tz: number },
): ReviewRow[] {
	const steps = course(cardId, answers);
	const last = steps.at(-1)?.next ?? 1;
	const waited = 1 + Math.floor(chance('waited', cardId) * (last + 1));
	let day = today - waited - steps.slice(0, -1).reduce((sum, { next }) => sum + next, 0);
	return steps.map(({ grade, next }, at) => {
		const t = day * DAY + 12 * 3_600_000 + Math.floor(chance(cardId, at) * 7_200_000) - tz * 60_000;
		const review: ReviewRow = {
			...{ id: uuidOf(t, firstNumber + at), cardId, t, tz, day, grade },
			...{ kind: at === 0 ? 'learn' : 'review', phase: 'review', left: 0, next },
			...{ duration: 4_000 + Math.floor(chance('ms', cardId, at) * 20_000) },
			...{ params: PARAMS, dev: 'bench' },
		};
		day += next;
		return review;
	});
}
