/** What was recorded of an interview, laid on its clock, for the replay. */
import type { Question } from '$lib/content/question.ts';
import type { OnsiteDb } from '$lib/db/schema.ts';
import { recordingBytes, recordingsOf } from '$lib/db/recordings.ts';
import type { InterviewEvent } from '$lib/interview/interview-event.ts';
import { placeRecordings, type PlacedPiece } from '$lib/interview/place-recordings.ts';

export interface Recorded {
	pieces: PlacedPiece[];
	/** The sound of a piece; undefined where it was deleted meanwhile. */
	load: (id: string) => Promise<Blob | undefined>;
}

/** For `RecordingPlayer`. @throws DbError */
export async function recordedOf(
	db: OnsiteDb,
	interview: string,
	events: readonly InterviewEvent[],
	question: Question,
): Promise<Recorded> {
	const infos = await recordingsOf(db, interview);
	const types = new Map(infos.map(({ id, mime }) => [id, mime]));
	return {
		pieces: placeRecordings(infos, events, question),
		load: async (id) => {
			const bytes = await recordingBytes(db, id);
			return bytes && new Blob([bytes], { type: types.get(id) ?? '' });
		},
	};
}
