/** The pad of a running interview: what is typed, kept at every change, and made a fact now and then. */
import { fitText } from '$lib/interview/fit-text.ts';
import { PANES, type Moment, type Pane } from '$lib/interview/interview-event.ts';
import { bothClocks } from './clock.ts';

/** A pane takes so many characters: five pages, more than anyone types in an hour. */
export const LONGEST_PANE: Readonly<Record<Pane, number>> = {
	requirements: 20_000,
	estimates: 5_000,
	api: 20_000,
	data: 20_000,
	diagram: 10_000,
	notes: 20_000,
	'trade-offs': 20_000,
};

/** How long after a stroke the text is kept. */
const DRAFT_MS = 400;
/** How often typing becomes a fact. */
const FACT_MS = 15_000;

/** What stores the pad; both resolve when it is stored or was told not to be. */
export interface PadStore {
	draft(pane: Pane, text: string, at: Moment): void;
	/** `at` is the last stroke. */
	fact(pane: Pane, text: string, at: Moment): void;
}

export class MockPad {
	/** What was left out of a text that was too long, until the next change. */
	leftOut = $state.raw<{ pane: Pane; characters: number; limit: number }>();

	#store: PadStore;
	#text = $state<Record<Pane, string>>({
		...{ requirements: '', estimates: '', api: '', data: '', diagram: '', notes: '' },
		'trade-offs': '',
	});
	/** Panes whose text is no fact yet, with the last stroke. */
	#typed = new Map<Pane, Moment>();
	/** Panes whose text is not even kept yet. */
	#unkept = new Set<Pane>();
	#draftTimer: ReturnType<typeof setTimeout> | undefined;
	#factTimer: ReturnType<typeof setTimeout> | undefined;

	constructor(store: PadStore) {
		this.#store = store;
	}

	text(pane: Pane): string {
		return this.#text[pane];
	}

	/** Shows what was stored, in place of what is there. */
	fill(texts: Readonly<Partial<Record<Pane, string>>>): void {
		for (const pane of PANES) this.#text[pane] = texts[pane] ?? '';
	}

	/** Takes what was typed or pasted, up to the limit of the pane. */
	write(pane: Pane, next: string): void {
		if (next === this.#text[pane]) return;
		const limit = LONGEST_PANE[pane];
		const { text, leftOut } = fitText(this.#text[pane], next, limit);
		this.leftOut = leftOut > 0 ? { pane, characters: leftOut, limit } : undefined;
		if (text === this.#text[pane]) return;
		this.#text[pane] = text;
		this.#typed.set(pane, bothClocks());
		this.#unkept.add(pane);
		this.#draftTimer ??= setTimeout(() => this.keep(), DRAFT_MS);
		this.#factTimer ??= setTimeout(() => this.settle(), FACT_MS);
	}

	/** Keeps what is not kept yet. */
	keep(): void {
		clearTimeout(this.#draftTimer);
		this.#draftTimer = undefined;
		for (const pane of this.#unkept) {
			const at = this.#typed.get(pane);
			if (at) this.#store.draft(pane, this.#text[pane], at);
		}
		this.#unkept.clear();
	}

	/** Makes facts of what was typed, and keeps it thereby. */
	settle(): void {
		clearTimeout(this.#draftTimer);
		clearTimeout(this.#factTimer);
		this.#draftTimer = this.#factTimer = undefined;
		this.#unkept.clear();
		const typed = [...this.#typed];
		this.#typed.clear();
		for (const [pane, at] of typed) this.#store.fact(pane, this.#text[pane], at);
	}
}
