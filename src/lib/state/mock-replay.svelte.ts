/** One interview as it is watched again: where it stands, whether it runs, and how fast. */
import { eventsOf, interviewOf, type InterviewRow } from '$lib/db/interviews.ts';
import type { Line } from '$lib/interview/conversation.ts';
import {
	frameAt,
	replayFrames,
	settleLines,
	type Replay,
	type ReplayFrame,
} from '$lib/interview/replay-frames.ts';
import { wholeConversation } from '$lib/interview/whole-conversation.ts';
import type { App } from './app.svelte.ts';
import { recordedOf, type Recorded } from './recorded.ts';
import { Loaded } from './loaded.svelte.ts';

export const SPEEDS = [1, 4, 16] as const;
export type Speed = (typeof SPEEDS)[number];

export class MockReplay {
	/** Null for an interview, or a question, that is not there. */
	readonly loaded: Loaded<{
		row: InterviewRow;
		film: Replay;
		lines: Line[];
		recorded: Recorded;
	} | null>;
	/** ms of the interview. */
	at = $state(0);
	playing = $state(false);
	speed = $state<Speed>(4);

	constructor(app: App, id: string) {
		this.loaded = new Loaded(async () => {
			const row = await interviewOf(app.db, id);
			const [events, question] = await Promise.all([
				eventsOf(app.db, id),
				row && app.library.question(row.question),
			]);
			if (!row || !question) return null;
			const film = replayFrames(events, question);
			const lines = settleLines(wholeConversation(question, events), film);
			return { row, film, lines, recorded: await recordedOf(app.db, id, events, question) };
		});
	}

	get film(): Replay | undefined {
		return this.loaded.value?.film;
	}

	/** What was recorded of it. */
	get recorded(): Recorded | undefined {
		return this.loaded.value?.recorded;
	}

	readonly frame: ReplayFrame | undefined = $derived.by(() => {
		return this.film && frameAt(this.film, this.at);
	});

	/** What was said until now. */
	readonly lines: Line[] = $derived.by(() => {
		return (this.loaded.value?.lines ?? []).filter(({ at }) => at <= this.at);
	});

	/** Goes to a moment, within the interview. */
	seek(at: number): void {
		this.at = Math.min(Math.max(0, at), this.film?.length ?? 0);
	}

	/** Starts or stops; at its end it starts from the beginning. */
	toggle(): void {
		if (!this.playing && this.at >= (this.film?.length ?? 0)) this.at = 0;
		this.playing = !this.playing;
	}

	/** Lets time pass. @param ms of the one who watches */
	pass(ms: number): void {
		this.seek(this.at + ms * this.speed);
		if (this.at >= (this.film?.length ?? 0)) this.playing = false;
	}
}
