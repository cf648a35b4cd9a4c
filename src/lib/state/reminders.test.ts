import { afterEach, expect, test, vi } from 'vitest';
import { canRemind, setReminders } from './reminders.ts';

class TimestampTrigger {
	readonly at: number;

	constructor(at: number) {
		this.at = at;
	}
}

afterEach(() => vi.unstubAllGlobals());

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
