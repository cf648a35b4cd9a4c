import { describe, expect, it } from 'vitest';
import { shippedQuestion } from '../../../tests/support/question.ts';
import type { Happening, InterviewEvent, Moment } from './interview-event.ts';
import { pieceAt, placeRecordings } from './place-recordings.ts';

const question = shippedQuestion('url-shortener');
const MINUTE = 60_000;

const at = (ms: number, page = 'one'): Moment => ({ wall: 1e12 + ms, mono: 500 + ms, page });

function facts(...list: [number, Happening, string?][]): InterviewEvent[] {
	return list.map(([ms, happening, page], seq) => ({
		...{ ...happening, id: `e${seq}`, seq },
		at: at(ms, page),
	}));
}

const start: Happening = {
	kind: 'start',
	question: 'url-shortener',
	version: 1,
	mode: 'practice',
	level: 'senior',
	minutes: 45,
};

const piece = (ms: number, length = 10_000, page?: string) => ({
	...{ id: `p${ms}`, ms: length },
	at: at(ms, page),
});

describe('a recording on the clock of its interview', () => {
	it('lies where it was spoken', () => {
		const events = facts([0, start], [5 * MINUTE, { kind: 'beat' }]);
		expect(placeRecordings([piece(70_000), piece(60_000)], events, question)).toEqual([
			{ id: 'p60000', from: 60_000, to: 70_000 },
			{ id: 'p70000', from: 70_000, to: 80_000 },
		]);
	});

	it('has no length while the interview is paused, and goes on where that goes on', () => {
		const events = facts([0, start], [60_000, { kind: 'pause' }], [300_000, { kind: 'resume' }]);
		const pieces = [piece(55_000), piece(100_000), piece(300_000)];
		expect(placeRecordings(pieces, events, question).map(({ from, to }) => [from, to])).toEqual([
			[55_000, 60_000],
			[60_000, 60_000],
			[60_000, 70_000],
		]);
	});

	it('comes earlier by a gap that did not count, also where that was said later', () => {
		const events = facts(
			[0, start],
			[MINUTE, { kind: 'beat' }],
			[20 * MINUTE, { kind: 'beat' }, 'two'],
			[21 * MINUTE, { kind: 'discount', after: 'e1' }, 'two'],
		);
		const [placed] = placeRecordings([piece(20 * MINUTE + 5_000, 10_000, 'two')], events, question);
		expect(placed).toMatchObject({ from: MINUTE + 5_000, to: MINUTE + 15_000 });
	});

	it('tells what sounds when', () => {
		const pieces = [
			{ id: 'a', from: 0, to: 10_000 },
			{ id: 'b', from: 15_000, to: 25_000 },
		];
		expect(pieceAt(pieces, 9_999)).toEqual({ id: 'a', into: 9_999 });
		expect(pieceAt(pieces, 12_000)).toBeUndefined();
		expect(pieceAt(pieces, 15_000)).toEqual({ id: 'b', into: 0 });
		expect(pieceAt(pieces, 25_000)).toBeUndefined();
	});
});
