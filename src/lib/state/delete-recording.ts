/** Deletes what was recorded of an interview, with a way back as long as the message stands. */
import {
	addRecording,
	deleteRecordings,
	recordingBytes,
	recordingsOf,
} from '$lib/db/recordings.ts';
import type { App } from './app.svelte.ts';

/** Whether it was deleted; a failure is told. @param onback called after it was brought back */
export async function deleteRecording(
	app: App,
	interview: string,
	onback: () => void = () => {},
): Promise<boolean> {
	const { db, toasts } = app;
	const pieces = await recordingsOf(db, interview);
	const kept = await Promise.all(
		pieces.map(async (info) => ({ info, bytes: await recordingBytes(db, info.id) })),
	);
	if (!(await app.attempt(() => deleteRecordings(db, interview)))) return false;
	const run = async () => {
		for (const { info, bytes } of kept) {
			if (bytes && !(await app.attempt(() => addRecording(db, info, bytes)))) break;
		}
		onback();
	};
	toasts.show('Recording deleted.', { action: { label: 'Undo', run: () => void run() } });
	return true;
}
