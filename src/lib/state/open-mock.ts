/** The interview that was not ended, and how it stands. */
import { eventsOf, openInterview, type InterviewRow } from '$lib/db/interviews.ts';
import { replayInterview } from '$lib/interview/replay-interview.ts';
import type { App } from './app.svelte.ts';
import { bothClocks } from './clock.ts';

/** An interview that was not ended: its time may be up all the same. */
export interface OpenMock {
	row: InterviewRow;
	/** ms; null without a limit. */
	remaining: number | null;
	status: 'running' | 'paused' | 'ended' | 'waiting';
}

/** @throws Error where its question is not in the catalog, DbError */
export async function standingOf({ db, library }: App, row: InterviewRow): Promise<OpenMock> {
	const [question, events] = await Promise.all([
		library.question(row.question),
		eventsOf(db, row.id),
	]);
	if (!question) throw new Error('The question of this interview is not in the catalog.');
	const { remaining, status } = replayInterview(events, question, bothClocks());
	return { row, remaining, status };
}

/** Undefined where none is open. One whose question cannot be had is told without its time. @throws DbError */
export async function openMock(app: App): Promise<OpenMock | undefined> {
	const row = await openInterview(app.db);
	if (!row) return undefined;
	const unknown: OpenMock = { row, remaining: null, status: 'waiting' };
	return standingOf(app, row).catch(() => unknown);
}
