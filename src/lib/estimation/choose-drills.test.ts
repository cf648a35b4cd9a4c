import { describe, expect, it } from 'vitest';
import { DRILL_TOPICS } from '../content/drill-topic.ts';
import { DAILY_DRILLS, dailyDrills, quickDrills, type Choosable } from './choose-drills.ts';
import type { AskBand, DrillAttempt } from './drill-attempt.ts';

function drill(id: string, more: Partial<Choosable> = {}, asks = 1): Choosable {
	const topic = DRILL_TOPICS[id.charCodeAt(0) % 5] ?? 'qps';
	const template = { id, topic, quick: true, level: 'beginner' as const };
	return {
		template: { ...template, asks: Array.from({ length: asks }) as never },
		...{ due: false, fresh: true, away: false, ...more },
	};
}

function went(id: string, day: number, more: Partial<DrillAttempt> = {}, band: AskBand = 'good') {
	const asks = [{ id: 'a', text: '1', value: 1, ratio: 1, band, slips: [] }];
	return {
		...{ id, t: day, tz: 0, day, dev: 'd', drill: id, seed: 's', mode: 'single' as const },
		...{ asks, pad: [], duration: 1, ...more },
	};
}

const LETTERS = [...'abcdefghijklmno'];
const all = LETTERS.map((id) => drill(id));
const idsOf = (drills: Choosable[]) => drills.map(({ template }) => template.id);

describe('the mixed set of a day', () => {
	it('holds five drills of different topics, the same all day, others on another day', () => {
		const { drills, done } = dailyDrills(all, [], 7);
		expect(done).toBe(0);
		expect(drills).toHaveLength(DAILY_DRILLS);
		expect(new Set(drills.map(({ template }) => template.topic)).size).toBe(DAILY_DRILLS);
		expect(dailyDrills(all, [], 7).drills).toEqual(drills);
		expect(idsOf(dailyDrills(all, [], 8).drills)).not.toEqual(idsOf(drills));
	});

	it('stays the same while it is worked through, what is done at its front', () => {
		const first = idsOf(dailyDrills(all, [], 7).drills);
		const attempts: DrillAttempt[] = [];
		for (const id of [first[2]!, first[0]!, first[4]!]) {
			attempts.push(went(id, 7, { mode: 'daily' }, 'wrong-order'));
			const known = all.map((each) => ({ ...each, fresh: !idsOf([each]).includes(id) }));
			const { drills, done } = dailyDrills(known, attempts, 7);
			expect(done).toBe(attempts.length);
			expect(idsOf(drills).toSorted()).toEqual(first.toSorted());
		}
	});

	it('takes what is due, then what went badly, then what is new, then the rest', () => {
		const mixed = LETTERS.map((id) => drill(id, { fresh: id > 'f', due: id === 'd' }));
		const attempts = LETTERS.slice(0, 6).map((id) => went(id, 3, {}, id === 'b' ? 'off' : 'good'));
		expect(idsOf(dailyDrills(mixed, attempts, 7).drills).slice(0, 2)).toEqual(['d', 'b']);
		const { drills } = dailyDrills(mixed, attempts, 7);
		expect(idsOf(drills).filter((id) => 'acef'.includes(id))).toEqual([]);
	});

	it('leaves out what is put away, and holds one long walk at most', () => {
		const walks = LETTERS.map((id) => drill(id, { away: id < 'd' }, id < 'n' ? 4 : 1));
		const { drills } = dailyDrills(walks, [], 7);
		expect(idsOf(drills).filter((id) => id < 'n')).toHaveLength(1);
		expect(drills).toHaveLength(3);
	});

	it('gives the place of what was practiced otherwise to the next', () => {
		const first = idsOf(dailyDrills(all, [], 7).drills);
		const { drills, done } = dailyDrills(all, [went(first[0]!, 7)], 7);
		expect(done).toBe(0);
		expect(drills).toHaveLength(DAILY_DRILLS);
		expect(idsOf(drills)).not.toContain(first[0]);
	});
});

describe('a quick set', () => {
	it('holds every quick drill once, what is due first', () => {
		const some = LETTERS.map((id) => drill(id, { due: id === 'k' }));
		const slow = { ...drill('z'), template: { ...drill('z').template, quick: false } };
		const ids = idsOf(quickDrills([...some, slow], [], 'seed'));
		expect(ids[0]).toBe('k');
		expect(ids.toSorted()).toEqual(LETTERS);
	});
});
