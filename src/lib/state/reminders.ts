/** Reminders that the system shows by itself at their time, where the platform has such and the person has asked. */
import type { InterviewPlan } from '$lib/plan/interview-plan.ts';
import { planReminders, REMINDER_HOUR, type Reminder } from '$lib/plan/plan-reminders.ts';
import { now, zoneOf } from './clock.ts';
import { Serial } from './serial.ts';

/** Notification Triggers, which few browsers have. */
interface WithTriggers {
	TimestampTrigger?: new (at: number) => object;
	Notification?: { prototype: object; requestPermission(): Promise<string> };
}

const KEY = 'onsite-reminders';
/** Reminders of this app carry it, so that they are found again. */
const TAG = 'onsite-day-';

/** Whether this platform can remind without a server. */
export function canRemind(scope: object = globalThis): boolean {
	const { TimestampTrigger, Notification } = scope as WithTriggers;
	return Boolean(TimestampTrigger && Notification && 'showTrigger' in Notification.prototype);
}

/** Whether the person has asked for reminders on this device. */
export function wantsReminders(): boolean {
	try {
		return localStorage.getItem(KEY) === 'on';
	} catch {
		return false;
	}
}

/** Keeps the choice; resolves to whether reminders are on now: the system may say no. */
export async function askForReminders(on: boolean): Promise<boolean> {
	const { Notification } = globalThis as WithTriggers;
	const granted = on && (await Notification?.requestPermission()) === 'granted';
	try {
		localStorage.setItem(KEY, granted ? 'on' : 'off');
	} catch {
		// Without the small storage it is asked again at the next visit.
	}
	return granted;
}

const inTurn = new Serial();

/** Reminds of the days of a plan, where the person has asked for it; none takes all away. Without a word where it fails. */
export function remindOfPlan(
	plan: Pick<InterviewPlan, 'days'> | undefined,
	settings: { timeZone: string; rolloverHour: number },
): void {
	if (!canRemind() || !wantsReminders()) return;
	const reminders = plan ? planReminders(plan, REMINDER_HOUR, zoneOf(settings), now()) : [];
	// One after the other: what an older plan sets must not come after the newer one has cleared it away.
	inTurn.run(() => setReminders(reminders)).catch(() => {});
}

/** Puts these reminders in place of all that were set before; none takes them away. */
export async function setReminders(
	reminders: readonly Reminder[],
	registration?: ServiceWorkerRegistration,
): Promise<void> {
	const place = registration ?? (await navigator.serviceWorker.ready);
	const { TimestampTrigger } = globalThis as WithTriggers;
	const pending = await place.getNotifications({ includeTriggered: true } as object);
	for (const each of pending) if (each.tag.startsWith(TAG)) each.close();
	if (!TimestampTrigger) return;
	for (const { day, at, title, text } of reminders) {
		const options = { tag: `${TAG}${day}`, body: text, showTrigger: new TimestampTrigger(at) };
		await place.showNotification(title, options);
	}
}
