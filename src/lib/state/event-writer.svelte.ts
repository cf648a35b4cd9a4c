/** Stores the facts of an interview in order, and holds on to what the database would not take. */
import { keepDraft, type Draft } from '$lib/db/drafts.ts';
import { asDbError } from '$lib/db/db-error.ts';
import { appendEvents } from '$lib/db/interviews.ts';
import type { OnsiteDb } from '$lib/db/schema.ts';
import type { InterviewEvent, Pane } from '$lib/interview/interview-event.ts';
import { Serial } from './serial.ts';

const RETRY_MS = 5000;

export class EventWriter {
	/** Why the last try failed, in words; '' where all is stored or on its way. */
	problem = $state('');

	#db: OnsiteDb;
	#interview: string;
	#events: InterviewEvent[] = [];
	#drafts = new Map<Pane, Draft>();
	#serial = new Serial();
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(db: OnsiteDb, interview: string) {
		this.#db = db;
		this.#interview = interview;
	}

	append(event: InterviewEvent): void {
		this.#events.push(event);
		if (event.kind === 'pad') this.#drafts.delete(event.pane);
		void this.flush();
	}

	draft(draft: Omit<Draft, 'interview'>): void {
		this.#drafts.set(draft.pane, { ...draft, interview: this.#interview });
		void this.flush();
	}

	/** Tries all that is not stored yet; resolves when it is over, stored or not. Never rejects. */
	flush = (): Promise<void> => this.#serial.run(() => this.#store());

	/** No more tries by itself. */
	stop(): void {
		clearTimeout(this.#timer);
	}

	async #store(): Promise<void> {
		clearTimeout(this.#timer);
		const events = [...this.#events];
		const drafts = [...this.#drafts.values()];
		try {
			if (events.length > 0) await appendEvents(this.#db, this.#interview, events);
			this.#events = this.#events.slice(events.length);
			for (const draft of drafts) {
				// A fact may have overtaken it.
				if (this.#drafts.get(draft.pane) !== draft) continue;
				await keepDraft(this.#db, draft);
				if (this.#drafts.get(draft.pane) === draft) this.#drafts.delete(draft.pane);
			}
			this.problem = '';
		} catch (problem) {
			this.problem = asDbError(problem).message;
			this.#timer = setTimeout(() => void this.flush(), RETRY_MS);
		}
	}
}
