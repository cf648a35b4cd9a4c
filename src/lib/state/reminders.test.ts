import { afterEach, expect, test, vi } from 'vitest';
import { dayOfDate } from '$lib/scheduler/study-day.ts';
import { canRemind, remindOfPlan, setReminders } from './reminders.ts';

class TimestampTrigger {
	readonly at: number;

	constructor(at: number) {
		this.at = at;
	}
}

afterEach(() => {
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

test('is offered only where the system shows it by itself', () => {
	expect(canRemind({})).toBe(false);
	expect(canRemind({ Notification: class {} })).toBe(false);
	const Notification = class {
		showTrigger = null;
	};
	expect(canRemind({ Notification, TimestampTrigger })).toBe(false);
	const prototype = { showTrigger: null };
	expect(canRemind({ Notification: { prototype }, TimestampTrigger })).toBe(true);
});

test('puts the reminders of today’s plan in place of earlier ones, and leaves others alone', async () => {
	vi.stubGlobal('TimestampTrigger', TimestampTrigger);
	const closed: string[] = [];
	const note = (tag: string) => ({ tag, close: () => closed.push(tag) });
	const showNotification = vi.fn(async () => {});
	const registration = {
		getNotifications: async () => [note('onsite-day-7'), note('other')],
		showNotification,
	} as unknown as ServiceWorkerRegistration;
	const reminder = { day: 8, at: 99, title: 'Onsite: 20 min today', text: '12 reviews' };
	await setReminders([reminder], registration);
	expect(closed).toEqual(['onsite-day-7']);
	expect(showNotification.mock.calls).toEqual([
		[
			'Onsite: 20 min today',
			{ tag: 'onsite-day-8', body: '12 reviews', showTrigger: new TimestampTrigger(99) },
		],
	]);
});

test('of two plans the later one holds, however long the first takes to be set', async () => {
	const shown = new Map<string, string>();
	let slow: () => void = () => {};
	const blocked = new Promise<void>((resolve) => (slow = resolve));
	const calls: string[] = [];
	const registration = {
		getNotifications: async () => {
			calls.push('read');
			if (calls.length === 1) await blocked;
			return [...shown.keys()].map((tag) => ({ tag, close: () => shown.delete(tag) }));
		},
		showNotification: async (title: string, { tag }: { tag: string }) => {
			shown.set(tag, title);
		},
	};
	const day = dayOfDate('2026-11-24');
	vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-23T12:00:00Z') });
	vi.stubGlobal('TimestampTrigger', TimestampTrigger);
	vi.stubGlobal('Notification', { prototype: { showTrigger: null } });
	vi.stubGlobal('localStorage', { getItem: () => 'on' });
	vi.stubGlobal('navigator', { serviceWorker: { ready: Promise.resolve(registration) } });
	const plan = (minutes: number, at: number) => ({
		days: [
			{
				...{ day: at, kind: 'study' as const, minutes, forCards: minutes, reviews: 3, left: 0 },
				...{ fresh: 0, freshOf: new Map(), begins: [], drill: false, refresh: 0 },
			},
		],
	});
	const settings = { timeZone: 'UTC', rolloverHour: 4 };
	remindOfPlan(plan(30, day + 1), settings);
	remindOfPlan(plan(20, day), settings);
	slow();
	await vi.waitFor(() =>
		expect([...shown]).toEqual([[`onsite-day-${day}`, 'Onsite: 20 min today']]),
	);
	remindOfPlan(undefined, settings);
	await vi.waitFor(() => expect(shown.size).toBe(0));
});
