import { describe, expect, it, vi } from 'vitest';
import { openReady, Student } from '../../../tests/support/student.ts';
import type { CompiledCard } from '../content/card.ts';
import { ownCardId } from '../content/own-note.ts';
import { makeMissesDue } from '../db/misses.ts';
import { addOwnCard } from '../db/own-cards.ts';
import { DEFAULT_PRESET, parametersId } from '../scheduler/default-preset.ts';
import { momentAt } from '../scheduler/study-day.ts';
import type { App } from './app.svelte.ts';
import { editableCard, saveEdit } from './card-details.svelte.ts';
import { MissedCards } from './missed-cards.svelte.ts';
import { ReviewSession } from './review-session.svelte.ts';

const OWN = ownCardId('1');
const CHAT = { interview: 'i1', title: 'Design a chat system', at: 1_900_000 };
const LISTS = { also: [], tags: [], answers: [] };

function textOf(id: string): CompiledCard {
	return { id, kind: 'recall', level: 'beginner', frontHtml: id, backHtml: 'x', ...LISTS };
}

/** What review needs of the app, over a real database; the catalog knows nothing of the person's own cards. */
function appOf(student: Student): App {
	const known = (id: string) => (id.startsWith('own/') ? undefined : textOf(id));
	const moment = () => momentAt(Date.now(), { timeZone: 'UTC', rolloverHour: 4 });
	const toasts = { show: () => {}, problem: (text: string) => expect.unreachable(text) };
	const app = {
		...{ db: student.db, readOnly: false, preset: DEFAULT_PRESET, moment, toasts },
		writeMoment: () => ({ t: Date.now(), day: moment().day, dev: student.dev }),
		asksForClock: () => false,
		library: { card: async (id: string) => known(id), source: async () => undefined },
		attempt: (write: () => Promise<unknown>) => write().then(() => true),
	};
	return app as unknown as App;
}

async function missed() {
	const student = new Student(await openReady(), 'dev-a', Date.now());
	await student.takeIn(2);
	const context = {
		...{ now: student.now, params: parametersId(DEFAULT_PRESET.weights) },
		newId: () => student.newId(),
	};
	await makeMissesDue(student.db, [{ ...CHAT, cardId: 'p0/a' }], context, student.moment);
	student.t += 1_000;
	const back = 'Time. <img src="x" onerror="document.title = 1">';
	const own = { id: OWN, front: 'What does a **queue** buy?', back };
	await addOwnCard(student.db, own, CHAT, student.moment);
	return { student, app: appOf(student) };
}

async function begun(app: App) {
	const cards = new MissedCards(app);
	await cards.read();
	const session = new ReviewSession(app, { minutes: null, pattern: null, extra: 0 });
	await session.start();
	return { cards, session };
}

describe('a card that was missed', () => {
	it('comes first and says where it was missed, until it is answered, and again after an undo', async () => {
		const { app } = await missed();
		const { cards, session } = await begun(app);
		const line = 'Missed at 31:40 in Design a chat system';
		expect(session.card?.id).toBe(OWN);
		expect(cards.of(session.card!)).toBe(line);
		session.reveal();
		await session.grade(3);
		await vi.waitFor(() => expect(session.given).toHaveLength(1));
		expect(session.card?.id).toBe('p0/a');
		expect(cards.of(session.card!)).toBe(line);
		await session.undo();
		expect(session.card?.id).toBe(OWN);
		expect(cards.of(session.card!)).toBe(line);
		expect(cards.of({ ...session.card!, reps: 1 })).toBe('');
		session.stop();
	});
});

describe('a card of the person’s own', () => {
	it('shows its text, and nothing in it runs', async () => {
		const { app } = await missed();
		const { session } = await begun(app);
		expect(session.content?.frontHtml).toContain('<strong>queue</strong>');
		expect(session.content?.backHtml).toContain('Time.');
		const back = new DOMParser().parseFromString(session.content?.backHtml ?? '', 'text/html');
		expect(back.querySelector('[onerror]')).toBeNull();
		session.stop();
	});

	it('can be reworded, and has no original to go back to', async () => {
		const { app } = await missed();
		const editable = await editableCard(app, OWN);
		expect(editable).toMatchObject({ edited: false, source: { kind: 'recall' } });
		expect(await saveEdit(app, OWN, { front: 'And a **cache**?', back: 'Speed.' })).toBe(true);
		const { session } = await begun(app);
		expect(session.content?.frontHtml).toContain('<strong>cache</strong>');
		session.stop();
	});
});
