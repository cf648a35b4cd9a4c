/** What can be done with many cards at once: each one act to undo, with word of it where it takes long. */
import { counted } from '$lib/content/counted.ts';
import { isOwnCard, noteOfCard } from '$lib/content/own-note.ts';
import { commitAct, type Act, type Entry } from '$lib/db/act.ts';
import { cardsByIds } from '$lib/db/cards.ts';
import { deleteNotes, moveCards, tagNotes } from '$lib/db/edit-notes.ts';
import type { Flag, Marks } from '$lib/scheduler/card-state.ts';
import { parametersId } from '$lib/scheduler/default-preset.ts';
import { rescheduleCard, resetCard, type ManualEntry } from '$lib/scheduler/manual-entry.ts';
import { readStudyDecks } from '$lib/db/study-decks.ts';
import type { CardState } from '$lib/scheduler/card-state.ts';
import type { App } from './app.svelte.ts';
import { newId } from './clock.ts';
import { undoAndSay, undoLastAndSay } from './offer-undo.ts';

/** ms after which a person is told that something is being done. */
const PATIENCE = 500;
const UNCHANGED = 'Nothing had changed';

/** What was done, in words, and the number of the act where anything was written. */
interface Told {
	told: string;
	seq: number | undefined;
}

export class BrowseActs {
	/** What is being done for longer than a moment; '' for nothing. */
	doing = $state('');
	/** Something is being done: nothing else can be begun. */
	busy = $state(false);
	readonly #app: App;

	constructor(app: App) {
		this.#app = app;
	}

	suspend(ids: readonly string[], suspended: boolean): Promise<boolean> {
		const [name, done] = suspended ? ['Suspend', 'Suspended'] : ['Unsuspend', 'Brought back'];
		return this.#mark(ids, name, done, { suspended });
	}

	/** @param flag 0 takes it away */
	flag(ids: readonly string[], flag: Flag): Promise<boolean> {
		return flag === 0
			? this.#mark(ids, 'Remove flag', 'Flag removed from', { flag })
			: this.#mark(ids, 'Flag', 'Flagged', { flag });
	}

	/** Puts cards off until tomorrow, or brings back those that were. */
	bury(ids: readonly string[], buried: boolean): Promise<boolean> {
		const { day } = this.#app.moment();
		return buried
			? this.#mark(ids, 'Bury', 'Put off until tomorrow:', { buriedOn: day, buriedBy: 'person' })
			: this.#mark(ids, 'Unbury', 'Back today:', { buriedOn: 0, buriedBy: 'none' });
	}

	/** Makes cards new again; their answers stay in the log. */
	forget(ids: readonly string[]): Promise<boolean> {
		return this.#enter(ids, 'Forget', 'Made new again:', (card, context, stamp) =>
			resetCard(card, context, stamp),
		);
	}

	/** Moves the due day; new cards have none. @param inDays 0 for today */
	setDue(ids: readonly string[], inDays: number): Promise<boolean> {
		const day = this.#app.moment().day + inDays;
		return this.#enter(ids, 'Set due date', 'Date set for', (card, context, stamp) =>
			rescheduleCard(card, day, context, stamp),
		);
	}

	/** Of one's own cards. */
	async move(ids: readonly string[], deckId: string, deck: string): Promise<boolean> {
		const own = ids.filter(isOwnCard);
		const { db } = this.#app;
		return this.#do(`Moving ${counted(own.length, 'card')}`, async () => {
			const seq = await moveCards(db, own, deckId, this.#app.writeMoment());
			const told = `Moved ${counted(own.length, 'card')} to ${deck}${leftOut(ids, own)}`;
			return { told: seq === undefined ? UNCHANGED : told, seq };
		});
	}

	/** Of the notes of one's own cards. */
	async tag(
		ids: readonly string[],
		change: { add: readonly string[]; remove: readonly string[] },
	): Promise<boolean> {
		const own = ids.filter(isOwnCard);
		const notes = notesOf(own);
		const { db } = this.#app;
		return this.#do(`Tagging ${counted(notes.length, 'note')}`, async () => {
			const tagged = await tagNotes(db, notes, change, this.#app.writeMoment());
			if (!tagged) return { told: UNCHANGED, seq: undefined };
			const told = `Tags changed of ${counted(tagged.notes, 'note')}${leftOut(ids, own)}`;
			return { told, seq: tagged.seq };
		});
	}

	/** Deletes the notes of one's own cards, with all their cards. */
	async remove(ids: readonly string[]): Promise<boolean> {
		const own = ids.filter(isOwnCard);
		const notes = notesOf(own);
		const { db } = this.#app;
		return this.#do(`Deleting ${counted(notes.length, 'note')}`, async () => {
			const seq = await deleteNotes(db, notes, this.#app.writeMoment());
			return { told: `Deleted ${counted(notes.length, 'note')}${leftOut(ids, own)}`, seq };
		});
	}

	/** Undoes the last act of the day. */
	async undo(): Promise<void> {
		await this.#do('Undoing', async () => void (await undoLastAndSay(this.#app)));
	}

	/** Undoes this act and no other. */
	async #undo(seq: number): Promise<void> {
		await this.#do('Undoing', async () => void (await undoAndSay(this.#app, seq)));
	}

	#mark(ids: readonly string[], name: string, done: string, to: Partial<Marks>): Promise<boolean> {
		const marks = ids.map((cardId) => ({ cardId, to }));
		return this.#do(`${name}: ${counted(ids.length, 'card')}`, async () => {
			const seq = await this.#commit(ids, { name, marks });
			const told = `${done} ${counted(ids.length, 'card')}`;
			return { told: seq === undefined ? UNCHANGED : told, seq };
		});
	}

	/** Writes an entry for each card that was answered; the others have nothing to forget nor to move. */
	#enter(
		ids: readonly string[],
		name: string,
		done: string,
		entryOf: (
			card: CardState,
			context: Parameters<typeof resetCard>[1],
			stamp: Parameters<typeof resetCard>[2],
		) => ManualEntry,
	): Promise<boolean> {
		return this.#do(`${name}: ${counted(ids.length, 'card')}`, async () => {
			const { db } = this.#app;
			const [cards, decks] = await Promise.all([cardsByIds(db, ids), readStudyDecks(db)]);
			const answered = cards.filter(({ phase }) => phase !== 'new');
			const now = this.#app.moment();
			const { dev } = this.#app.writeMoment();
			const entries = answered.map((before): Entry => {
				const params = parametersId(decks.presetOf(before.deckId).weights);
				const { review, card } = entryOf(before, { now, params }, { id: newId(), dev });
				return { review, before, after: card };
			});
			const seq = entries.length > 0 ? await this.#commit(ids, { name, entries }) : undefined;
			const fresh = cards.length - answered.length;
			const rest = fresh === 0 ? '' : `; ${counted(fresh, 'new card')} left as they are`;
			return { told: `${done} ${counted(answered.length, 'card')}${rest}`, seq };
		});
	}

	#commit(ids: readonly string[], act: Omit<Act, 'moment'>): Promise<number | undefined> {
		const many = ids.length > 1 ? ` ${counted(ids.length, 'card')}` : '';
		const moment = this.#app.writeMoment();
		return commitAct(this.#app.db, { ...act, name: `${act.name}${many}`, moment });
	}

	/** Does it, tells it with a way back, and shows that it goes on where it takes long. */
	async #do(doing: string, work: () => Promise<Told | undefined>): Promise<boolean> {
		if (this.busy) return false;
		this.busy = true;
		const patience = setTimeout(() => (this.doing = `${doing} …`), PATIENCE);
		let done: Told | undefined;
		const written = await this.#app.attempt(async () => (done = await work()));
		clearTimeout(patience);
		this.doing = '';
		this.busy = false;
		if (!written || !done) return written;
		const { told, seq } = done;
		const run = () => void (seq !== undefined && this.#undo(seq));
		this.#app.toasts.show(told, { action: seq === undefined ? undefined : { label: 'Undo', run } });
		return written;
	}
}

function notesOf(cardIds: readonly string[]): string[] {
	return [...new Set(cardIds.map((id) => noteOfCard(id).noteId))];
}

function leftOut(ids: readonly string[], own: readonly string[]): string {
	const others = ids.length - own.length;
	return others === 0 ? '' : `; ${counted(others, 'card')} of the catalog left out`;
}
