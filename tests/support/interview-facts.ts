/** An interview about the URL shortener for tests: facts by the minute at which they happen. */
import { shippedQuestion } from './question.ts';
import type { Happening, InterviewEvent, Moment } from '../../src/lib/interview/interview-event.ts';
import { MINUTE } from '../../src/lib/interview/plan.ts';
import { replayInterview } from '../../src/lib/interview/replay-interview.ts';

export const question = shippedQuestion('url-shortener');
export const START = Date.UTC(2026, 0, 5, 9);
export const DRAWING = `flowchart LR
c[Client] --> lb[Load balancer] --> w[Create service] --> db[(Database)]
lb --> r[Redirect service] --> ch[(Redis cache)] --> db`;

/** A moment some minutes after the start, in the first life of the page. */
export const minute = (at: number): Moment => ({
	wall: START + at * MINUTE,
	mono: 1000 + at * MINUTE,
	page: 'a',
});
export const begin = (more: Partial<Happening & { kind: 'start' }> = {}): Happening => ({
	...{ kind: 'start', question: question.id, version: 1, mode: 'practice', level: 'senior' },
	...{ minutes: 45, ...more },
});

/** Facts from pairs of minute (or moment) and happening. */
export function facts(...list: [at: number | Moment, what: Happening][]): InterviewEvent[] {
	return list.map(([at, what], seq) => ({
		...{ ...what, id: `e${seq}`, seq, at: typeof at === 'number' ? minute(at) : at },
	}));
}
export const at = (now: number | Moment, ...list: [number | Moment, Happening][]) =>
	replayInterview(facts(...list), question, typeof now === 'number' ? minute(now) : now);
