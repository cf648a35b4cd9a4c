import { describe, expect, it } from 'vitest';
import { AnswerIds } from './import-ids.ts';

const T = 1_601_728_200_000;

describe('AnswerIds', () => {
	it('are the same on every device and in every release, or a history would come in twice', () => {
		expect(new AnswerIds('g12962', 0).at(T)).toBe('0174ee70-bd40-73a5-929f-840975c51a24');
	});

	it('are valid UUIDs of version 7 that tell their time, others for every card and every answer', () => {
		const ids = [0, 1].flatMap((ordinal) => {
			const answers = new AnswerIds('guid', ordinal);
			return [T, T, T + 0.5, T + 1, -1, 2 ** 48].map((t) => answers.at(t));
		});
		expect(new Set(ids).size).toBe(ids.length);
		for (const id of ids) {
			expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
		}
		const times = ids.map((id) => parseInt(id.replace('-', '').slice(0, 12), 16));
		expect(times.slice(0, 6)).toEqual([T, T, T, T + 1, 0, 2 ** 48 - 1]);
	});
});
