import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_PRESET } from '../scheduler/default-preset.ts';
import { nextMemory, retrievability } from '../scheduler/memory-model.ts';
import { replay } from '../scheduler/replay.ts';
import type { Grade, Review, ReviewKind } from '../scheduler/review.ts';
import { calibrationIn, clearestGap } from './calibration.ts';
import { CUT } from './card-course.ts';
import { binOfRecall, FORESEEN_SCALE, placeOf } from './day-sums.ts';
import { countLog, countOnTop, emptyLogCount, knownCourse } from './log-count.ts';
import { sumsOver } from './log-range.ts';
import { answered, type HandEntry } from './log.fixture.ts';

const EVER = { from: -Infinity, to: Infinity };
const { weights } = DEFAULT_PRESET;
const classOf = () => ({ deck: 'catalog', groups: [], weights });
const calibration = (...log: HandEntry[]) =>
	calibrationIn(sumsOver(countLog(emptyLogCount(), log, classOf), EVER));

describe('counted by hand', () => {
	test('what was foreseen of each answer is by the memory before it', () => {
		const found = calibration(
			answered('a', '2026-01-01 10:00', 'learn', 3, 2),
			answered('a', '2026-01-03 10:00', 'review', 3, 9),
			answered('a', '2026-02-02 10:00', 'review', 1, -600),
		);
		const first = nextMemory(null, 0, 3, weights);
		const second = nextMemory(first, 2, 3, weights);
		const foreseen = [
			retrievability(first.stability, 2, weights),
			retrievability(second.stability, 30, weights),
		];
		expect(found).toMatchObject({ asked: 2, recalled: 1 });
		expect(found.foreseen).toBeCloseTo((foreseen[0]! + foreseen[1]!) / 2, 2);
		for (const [at, share] of foreseen.entries()) {
			expect(found.bins[binOfRecall(share)]).toMatchObject({
				asked: 1,
				recalled: at === 0 ? 1 : 0,
			});
		}
		const gaps = [1 - foreseen[0]!, foreseen[1]!];
		expect(found.error).toBeCloseTo(Math.sqrt((gaps[0]! ** 2 + gaps[1]! ** 2) / 2), 2);
	});

	test('a history that begins in the middle foresees nothing, until it is reset', () => {
		const cut = [
			answered('a', '2026-01-01 10:00', 'review', 3, 10),
			answered('a', '2026-01-11 10:00', 'review', 3, 30),
		];
		expect(calibration(...cut).asked).toBe(0);
		const anew = [
			answered('a', '2026-01-12 10:00', 'reset', 0, 0),
			answered('a', '2026-01-13 10:00', 'learn', 3, 3),
			answered('a', '2026-01-16 10:00', 'review', 3, 9),
		];
		expect(calibration(...cut, ...anew).asked).toBe(1);
	});

	test('steps of the day, second answers of a day and practice are no forecast', () => {
		const found = calibration(
			answered('a', '2026-01-01 10:00', 'learn', 1, -60),
			answered('a', '2026-01-01 10:01', 'learn', 3, 3),
			answered('a', '2026-01-02 10:00', 'cram', 1, 0),
			answered('a', '2026-01-04 10:00', 'review', 1, 1),
			answered('a', '2026-01-04 12:00', 'review', 3, 2),
		);
		expect(found).toMatchObject({ asked: 1, recalled: 0 });
	});

	test('a gap is told where chance does not explain it', () => {
		const bin = (asked: number, recalled: number) => {
			const sums: number[] = [];
			sums[placeOf.foreseenAsked(6)] = asked;
			sums[placeOf.foreseenRecalled(6)] = recalled;
			sums[placeOf.foreseen(6)] = 0.92 * asked * FORESEEN_SCALE;
			return calibrationIn(sums);
		};
		expect(clearestGap(bin(20, 17))).toBeUndefined();
		expect(clearestGap(bin(200, 150))).toMatchObject({ asked: 200, from: 0.9 });
		expect(bin(200, 150).error).toBeCloseTo(0.17, 6);
	});

	test.each([
		[0, 0],
		[0.4999, 0],
		[0.5, 1],
		[0.9, 6],
		[0.95, 7],
		[1, 7],
	])('a recall of %f lies in bin %i', (recall, bin) => expect(binOfRecall(recall)).toBe(bin));
});

test('the memory that is kept along is that of a replay, whatever is counted on top of what', () => {
	const entry = fc.record({
		card: fc.constantFrom('a', 'b'),
		days: fc.integer({ min: -2, max: 40 }),
		grade: fc.constantFrom<Grade>(1, 2, 3, 4),
		kind: fc.constantFrom<ReviewKind>('learn', 'review', 'relearn', 'cram', 'reset', 'reschedule'),
		next: fc.integer({ min: -600, max: 60 }),
		undone: fc.boolean(),
	});
	fc.assert(
		fc.property(fc.array(entry, { maxLength: 40 }), fc.nat(40), (steps, cut) => {
			let day = 20_000;
			const log = steps.map(({ card, days, grade, kind, next, undone }, at): Review => {
				day += days;
				const graded = kind === 'reset' || kind === 'reschedule' ? 0 : grade;
				return {
					...{ id: String(at).padStart(4, '0'), cardId: card, t: 1e12 + at, tz: 0, day, kind },
					...{ grade: graded, duration: 1000, next, phase: 'review', left: 0, params: '', dev: '' },
					...(undone && at % 3 === 0 ? { void: true } : {}),
				};
			});
			const under = countLog(emptyLogCount(), log.slice(0, cut), classOf);
			const count = countLog(countOnTop(under), log.slice(cut), classOf);
			for (const card of ['a', 'b']) {
				const course = knownCourse(count, card);
				const own = log.filter(({ cardId }) => cardId === card);
				if (!course || course.stability === CUT) continue;
				const { stability, difficulty } = replay(own, weights);
				expect(course).toMatchObject({ stability, difficulty });
			}
		}),
	);
});
