/** Stores what is done in a session, one thing after the other, and keeps aside what cannot be stored. */
import { commitAct, commitAnswer, type Answer } from '$lib/db/act.ts';
import { commitPractice } from '$lib/db/attempts.ts';
import { cardsOfNote } from '$lib/db/cards.ts';
import { asDbError } from '$lib/db/db-error.ts';
import { spillAnswer } from '$lib/db/spill.ts';
import type { Undone } from '$lib/db/undo.ts';
import type { DrillAttempt } from '$lib/estimation/drill-attempt.ts';
import type { Marks } from '$lib/scheduler/card-state.ts';
import type { Preset } from '$lib/scheduler/preset.ts';
import { siblingsToBury } from '$lib/scheduler/siblings.ts';
import type { App } from './app.svelte.ts';
import { now } from './clock.ts';
import { spillStorage } from './device-storage.ts';
import { Serial } from './serial.ts';

/** An answer whose siblings are not looked up yet. */
export type OwnAnswer = Omit<Answer, 'siblings'>;

const RELOAD_MARK = 'onsite-reloaded';
/** A reload that did not help is not tried again so soon. */
const RELOAD_PAUSE_MS = 60_000;

export class SessionStore {
	#app: App;
	#serial = new Serial();

	constructor(app: App) {
		this.#app = app;
	}

	/** Loads what undo needs, once the first card stands: without a network it must be there. */
	prepare(): void {
		void loadUndo().catch(() => {});
	}

	/** Resolves when nothing is being written any more; never rejects. */
	settled(): Promise<void> {
		return this.#serial.settled();
	}

	/**
	 * Stores an answer, and buries the card's siblings with it where the given preset says so.
	 * @returns the siblings that were buried
	 * @throws DbError, and nothing is stored then; with the connection lost the answer waits aside
	 */
	answer(own: OwnAnswer, bury: Preset | undefined): Promise<string[]> {
		return this.#serial.run(async () => {
			let siblings: string[] = [];
			try {
				if (bury) siblings = await this.#siblingsOf(own, bury);
				await commitAnswer(this.#app.db, { ...own, siblings });
				return siblings;
			} catch (problem) {
				const error = asDbError(problem);
				if (error.kind === 'connection-lost') putAside({ ...own, siblings });
				throw error;
			}
		});
	}

	/** Stores a go at a drill that is not graded. @throws DbError, and nothing is stored then */
	practice(attempt: DrillAttempt): Promise<void> {
		return this.#serial.run(() => commitPractice(this.#app.db, attempt));
	}

	async #siblingsOf({ before, moment }: OwnAnswer, preset: Preset): Promise<string[]> {
		if (!preset.buryNewSiblings && !preset.buryReviewSiblings) return [];
		const siblings = await cardsOfNote(this.#app.db, before.noteId);
		return siblingsToBury(before, siblings, preset, moment.day);
	}

	/** Resolves to the number of the act, for `undo`; a failure is said in words, and `stored` is false then. */
	mark(
		cardId: string,
		name: string,
		to: Partial<Marks>,
	): Promise<{ stored: boolean; seq: number | undefined }> {
		const { db } = this.#app;
		return this.#serial.run(async () => {
			let seq: number | undefined;
			const stored = await this.#app.attempt(async () => {
				const marks = [{ cardId, to }];
				seq = await commitAct(db, { name, marks, moment: this.#app.writeMoment() });
			});
			return { stored, seq };
		});
	}

	/** Undoes the last act of the day, or just the one of this number, and says so or why not. Never rejects. */
	undo(seq?: number): Promise<Undone | undefined> {
		return this.#turn(({ undoAndSay, undoLastAndSay }) =>
			seq === undefined ? undoLastAndSay(this.#app) : undoAndSay(this.#app, seq),
		);
	}

	/** Does again what was undone last, and says so or why not. Never rejects. */
	redo(): Promise<Undone | undefined> {
		return this.#turn(({ redoLastAndSay }) => redoLastAndSay(this.#app));
	}

	async #turn(
		turn: (by: Awaited<ReturnType<typeof loadUndo>>) => Promise<Undone | undefined>,
	): Promise<Undone | undefined> {
		try {
			return await this.#serial.run(async () => turn(await loadUndo()));
		} catch (problem) {
			this.#app.toasts.problem(asDbError(problem).message);
			return undefined;
		}
	}
}

/** No first card needs it. */
function loadUndo() {
	return import('./offer-undo.ts');
}

/** A lost connection heals with a reload, after which the answer is stored. */
function putAside(answer: Answer): void {
	if (!spillAnswer(spillStorage, answer)) return;
	const last = Number(spillStorage.getItem(RELOAD_MARK) ?? 0);
	if (Math.abs(now() - last) < RELOAD_PAUSE_MS) return;
	try {
		spillStorage.setItem(RELOAD_MARK, String(now()));
	} catch {
		// Without the mark it might reload for ever: the person is told to.
		return;
	}
	location.reload();
}
