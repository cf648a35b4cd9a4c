/** The only place where the time is read and ids are made; everything else is handed them. */
import { v7 } from 'uuid';
import type { Moment } from '$lib/interview/interview-event.ts';
import type { Zone } from '$lib/scheduler/study-day.ts';

/** ms since the epoch. */
export function now(): number {
	return Date.now();
}

const page = v7();

/** Now by both clocks of the device, with a name for this life of the page. */
export function bothClocks(): Moment {
	return { wall: Date.now(), mono: performance.now(), page };
}

/** UUIDv7: sorts by time of making, also within one millisecond. */
export function newId(): string {
	return v7();
}

/** The zone in which days are counted. */
export function zoneOf(settings: { timeZone: string; rolloverHour: number }): Zone {
	const device = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
	return {
		timeZone: settings.timeZone === 'auto' ? device : settings.timeZone,
		rolloverHour: settings.rolloverHour,
	};
}
