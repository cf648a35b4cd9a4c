import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { DRILL } from '../content/drill.ts';
import { instantiateDrill } from './drill-instance.ts';
import { feed, latency } from './drill.fixture.ts';
import { gradeOfAll, judgeFollowThrough } from './follow-through.ts';
import { quantityOf, type Quantity } from './quantity.ts';

const drill = instantiateDrill(v.parse(DRILL, feed), 1);

function given(name: string): number {
	const input = drill.inputs.find((each) => each.name === name);
	const ask = drill.asks.find(({ id }) => id === name);
	return (input?.quantity ?? ask?.target.quantity)?.value ?? NaN;
}

function follow(ask: string, answer: Quantity, own: Record<string, Quantity> = {}) {
	return judgeFollowThrough(drill, ask, answer, new Map(Object.entries(own)));
}

describe('following through', () => {
	it('without numbers of one’s own is the plain verdict', () => {
		const result = follow('writes', quantityOf(given('writes') * 5, 'rate'));
		expect(result.inputs).toEqual([]);
		expect(result.sensible).toBe(true);
		expect(result.verdict).toMatchObject({ band: 'off' });
		expect(result.arithmetic).toEqual(result.reference);
	});

	it('a wrong first number does not sink the next one', () => {
		const wrong = given('writes') * 86_400;
		const result = follow('peak_writes', quantityOf(wrong * given('peak'), 'rate'), {
			writes: quantityOf(wrong, 'rate'),
		});
		expect(result.inputs).toMatchObject([{ name: 'writes', kind: 'answered', sensible: false }]);
		expect(result.sensible).toBe(false);
		expect(result.arithmetic).toMatchObject({ band: 'spot-on' });
		expect(result.verdict).toEqual(result.arithmetic);
		expect(result.reference).toMatchObject({ band: 'wrong-order' });
	});

	it('wrong arithmetic shows even where it lands on the reference', () => {
		const result = follow('peak_writes', quantityOf(given('peak_writes'), 'rate'), {
			writes: quantityOf(given('writes') * 100, 'rate'),
		});
		expect(result.reference).toMatchObject({ band: 'spot-on' });
		expect(result.arithmetic).toMatchObject({ band: 'wrong-order' });
		expect(result.verdict).toEqual(result.arithmetic);
	});

	it('a plausible assumption moves the target', () => {
		const own = { size: quantityOf(10_000, 'data') };
		const answer = quantityOf(given('storage') * (10_000 / given('size')), 'data');
		const result = follow('storage', answer, own);
		expect(result.inputs).toMatchObject([{ name: 'size', kind: 'assumed', sensible: true }]);
		expect(result.verdict).toMatchObject({ band: 'spot-on' });
		expect(result.ownTarget.quantity.value).toBeCloseTo(answer.value, -3);
	});

	it('an implausible assumption does not, though its arithmetic may follow', () => {
		const own = { size: quantityOf(1e9, 'data') };
		const result = follow(
			'storage',
			quantityOf(given('storage') * (1e9 / given('size')), 'data'),
			own,
		);
		expect(result.sensible).toBe(false);
		expect(result.arithmetic).toMatchObject({ band: 'spot-on' });
		expect(result.verdict).toMatchObject({ band: 'wrong-order' });
	});

	it('a given number without a range is as it is', () => {
		const result = follow('servers', quantityOf(4, 'count'), { per_server: quantityOf(7, 'rate') });
		expect(result.inputs).toMatchObject([{ name: 'per_server', sensible: false }]);
	});

	it('ignores numbers that are unknown, come later, or have another unit', () => {
		const result = follow('peak_writes', quantityOf(given('peak_writes'), 'rate'), {
			nothing: quantityOf(1, 'count'),
			servers: quantityOf(1, 'count'),
			peak: quantityOf(3, 'data'),
			writes: quantityOf(0, 'rate'),
		});
		expect(result.inputs).toEqual([]);
		expect(result.verdict).toMatchObject({ band: 'spot-on' });
	});

	it('an own value leaves nothing to disagree about', () => {
		const table = instantiateDrill(v.parse(DRILL, latency), 1);
		const own = new Map([['what', quantityOf(5, 'time')]]);
		const { ownTarget } = judgeFollowThrough(table, 'time', quantityOf(5, 'time'), own);
		expect(ownTarget.between).toBeUndefined();
	});
});

describe('the grade of several asks', () => {
	const grades = (...list: (1 | 2 | 3)[]) =>
		gradeOfAll(list.map((grade) => ({ grade, also: grade === 3 ? [4] : [] })));
	it('is that of the worst, but one slip on a long way is not a skill forgotten', () => {
		expect(grades(3, 3, 3)).toEqual({ grade: 3, also: [4] });
		expect(grades(3, 2, 3).grade).toBe(2);
		expect(grades(3, 1).grade).toBe(1);
		expect(grades(3, 1, 3)).toEqual({ grade: 2, also: [1] });
		expect(grades(1, 1, 3).grade).toBe(1);
		expect(
			gradeOfAll([
				{ grade: 3, also: [] },
				{ grade: 3, also: [4] },
			]).also,
		).toEqual([]);
		expect(gradeOfAll([]).grade).toBe(1);
	});
});
