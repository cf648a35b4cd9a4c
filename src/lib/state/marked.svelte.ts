/** The cards that carry a mark, with their questions, and how to take a mark away. */
import { drillOfCard } from '$lib/content/drill-id.ts';
import { FROM_INTERVIEWS, isFromInterview, isOwnCard } from '$lib/content/own-note.ts';
import { commitAct } from '$lib/db/act.ts';
import { markedCards } from '$lib/db/marked-cards.ts';
import type { Marks } from '$lib/scheduler/card-state.ts';
import type { App } from './app.svelte.ts';
import { loadCard } from './card-content.ts';
import { Live } from './live.svelte.ts';
import { offerUndo } from './offer-undo.ts';
import { plainTextOf } from './plain-text.ts';

export interface MarkedCard {
	id: string;
	deckId: string;
	/** '' for a card of no pattern. */
	patternId: string;
	/** The drill, where it is one; else ''. */
	drill: string;
	pattern: string;
	question: string;
	suspended: boolean;
	flagged: boolean;
	leech: boolean;
	lapses: number;
}

/** What taking a mark away is called, before and after, and the marks that it sets. */
const UNMARK = {
	suspended: { name: 'Bring back', done: 'Brought back', to: { suspended: false } },
	flagged: { name: 'Remove flag', done: 'Flag removed', to: { flag: 0 } },
	leech: { name: 'Not a leech', done: 'No longer a leech', to: { leech: false } },
} satisfies Record<string, { name: string; done: string; to: Partial<Marks> }>;
export type MarkName = keyof typeof UNMARK;

function nameOf(id: string): string {
	if (isOwnCard(id)) return isFromInterview(id) ? FROM_INTERVIEWS : '';
	return drillOfCard(id) === undefined ? id : 'Estimation drill';
}

export class Marked {
	#app: App;
	#live: Live<Omit<MarkedCard, 'question'>[]>;
	#questions = $state<Record<string, string>>({});
	/** Decks of the person's own cards. */
	#places = $state<Record<string, string>>({});

	constructor(app: App) {
		this.#app = app;
		this.#live = new Live(
			() => this.#read(),
			(error) => app.toasts.problem(error.message),
		);
	}

	/** `undefined` until the first answer of the database. */
	get cards(): MarkedCard[] | undefined {
		return this.#live.value?.map((card) => ({
			...card,
			question: this.#questions[card.id] ?? '',
			pattern: this.#places[card.id] ?? card.pattern,
		}));
	}

	/** Takes a mark away; the message offers to undo it. */
	async unmark(card: MarkedCard, mark: MarkName): Promise<void> {
		const { db } = this.#app;
		const { name, done: told, to } = UNMARK[mark];
		const moment = this.#app.writeMoment();
		let seq: number | undefined;
		const done = await this.#app.attempt(async () => {
			seq = await commitAct(db, { name, marks: [{ cardId: card.id, to }], moment });
		});
		if (done) offerUndo(this.#app, `${told}: ${card.pattern}`, seq);
	}

	async #read(): Promise<Omit<MarkedCard, 'question'>[]> {
		const cards = await markedCards(this.#app.db);
		// Texts come from the library, which a live query must not wait for.
		for (const { id } of cards) if (!(id in this.#questions)) void this.#ask(id);
		return cards.map(({ id, deckId, suspended, flag, leech, lapses }) => {
			const pattern = this.#app.library.patternOfCard(id);
			return {
				...{ id, deckId, patternId: pattern?.id ?? '', drill: drillOfCard(id) ?? '' },
				pattern: pattern?.name ?? nameOf(id),
				...{ suspended, flagged: flag !== 0, leech, lapses },
			};
		});
	}

	async #ask(id: string): Promise<void> {
		const drill = drillOfCard(id);
		if (drill !== undefined) {
			const drills = await this.#app.library.drills().catch(() => []);
			this.#questions[id] = drills.find((each) => each.id === drill)?.title ?? '';
			return;
		}
		const card = await loadCard(this.#app.db, this.#app.library, id).catch(() => undefined);
		this.#questions[id] = card ? plainTextOf(card) : '';
		if (card?.own) this.#places[id] = card.own.deck.join(' › ');
	}
}
