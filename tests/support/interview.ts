/** A mock interview as a candidate could have led it: the URL shortener, with some questions and depth missed. */
import type { InterviewEvent, Happening } from '../../src/lib/interview/interview-event.ts';

const MINUTE = 60_000;

export const OWN_DRAWING = `flowchart LR
c[Browser] --> lb[Load balancer]
lb --> w[API server]
lb --> r[Redirect service]
w --> db[(PostgreSQL)]
r --> ch[(Redis)]
ch --> db
r --> x[Search index]`;

export const FIRST_DRAWING = `flowchart LR
c[Browser] --> lb[Load balancer]
lb --> w[API server]
w --> db[(PostgreSQL)]`;

const REQUIREMENTS = `Create a short link
Redirect to the long one, p99 under 50 ms
Custom alias, expiry
Redirects 99.99%, creating may be down
Out: accounts, billing, web pages`;

const ESTIMATES = `links = 6M/day
creates = links
redirects = links × 100 × 3
storage = links × 365 days × 500 bytes`;

const API = `POST /links {url, alias?} → 201 {code}
GET /{code} → 302 Location, 404 unknown`;

const DATA = `link: key code, url, owner, expires_at
read by code on every redirect`;

const NOTES = `Plan: 8 min questions and numbers, then drawing, then one deep dive
Cache because 20k redirects per second
Hot link: copy in each redirect server for 2 s`;

const TRADE_OFFS = `Random codes with insert if absent, or a counter in blocks
302 so that clicks are counted and a link can be disabled`;

const FACTS: readonly (readonly [minute: number, what: Happening])[] = [
	[0.5, { kind: 'ask', text: 'How many links per day?', answers: 'q-scale', by: 'typed' }],
	[1.2, { kind: 'ask', text: 'Read to write ratio?', answers: 'q-ratio', by: 'typed' }],
	[2, { kind: 'ask', text: 'How fast must a redirect be?', answers: 'q-latency', by: 'typed' }],
	[2.6, { kind: 'ask', text: 'uptime target', answers: 'q-availability', by: 'typed' }],
	[
		3.1,
		{ kind: 'ask', text: 'May users choose their own alias?', answers: 'q-custom', by: 'chip' },
	],
	[3.7, { kind: 'ask', text: 'Is there a queue already?', answers: null, by: 'typed' }],
	[4, { kind: 'pad', pane: 'requirements', text: REQUIREMENTS }],
	[6.5, { kind: 'step', to: 'numbers' }],
	[8, { kind: 'pad', pane: 'estimates', text: ESTIMATES.split('\n').slice(0, 2).join('\n') }],
	[9.5, { kind: 'pad', pane: 'estimates', text: ESTIMATES }],
	[10, { kind: 'step', to: 'interface' }],
	[12, { kind: 'pad', pane: 'api', text: API }],
	[13.5, { kind: 'pad', pane: 'data', text: DATA }],
	[14, { kind: 'step', to: 'drawing' }],
	[15, { kind: 'prompt', prompt: 'nothing-drawn' }],
	[17, { kind: 'pad', pane: 'diagram', text: FIRST_DRAWING }],
	[22, { kind: 'pad', pane: 'diagram', text: OWN_DRAWING }],
	[23, { kind: 'pad', pane: 'notes', text: NOTES }],
	[24, { kind: 'trace', requirement: 'f1', traced: true }],
	[25, { kind: 'step', to: 'depth' }],
	[26, { kind: 'probe', probe: 'p1' }],
	[27, { kind: 'hint', probe: 'p1', hint: 'nudge' }],
	[28, { kind: 'curveball', curveball: 'c1' }],
	[30, { kind: 'broke', curveball: 'c1', text: 'One primary takes the writes' }],
	[31.7, { kind: 'probe', probe: 'p2' }],
	[33, { kind: 'curveball', curveball: 'c2' }],
	[36, { kind: 'pad', pane: 'trade-offs', text: TRADE_OFFS }],
];

export interface InterviewFixture {
	/** Wall clock of the start, in milliseconds. */
	t: number;
	id?: string;
	mode?: 'practice' | 'exam';
	level?: 'mid' | 'senior' | 'staff';
	minutes?: number;
	/** Minutes after the start at which it was ended. */
	endedAt?: number;
}

/** The row and the events of the interview; with the same `t` always the same. */
export function urlShortenerInterview({
	t,
	id = 'interview-1',
	mode = 'practice',
	level = 'senior',
	minutes = 45,
	endedAt = 44,
}: InterviewFixture) {
	const start: Happening = {
		...{ kind: 'start', question: 'url-shortener', version: 1, mode, level, minutes },
	};
	const end: Happening = { kind: 'end' };
	const all: (readonly [number, Happening])[] = [[0, start], ...FACTS, [endedAt, end]];
	const events = all.map(([minute, what], seq): InterviewEvent => ({
		...what,
		...{ id: `${id}-${seq}`, seq },
		at: { wall: t + minute * MINUTE, mono: minute * MINUTE, page: 'fixture' },
	}));
	const row = {
		...{ id, question: 'url-shortener', version: 1, title: 'URL shortener', mode, level, minutes },
		...{ t, tz: 60, day: Math.floor(t / 86_400_000), dev: 'fixture' },
	};
	return { row, events };
}
