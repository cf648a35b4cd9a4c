/** The interviewer's side for a human partner: the question with everything, a clock, and what was seen when. */
import type { Question } from '$lib/content/question.ts';
import {
	elapsedOf,
	startOrPause,
	STOPPED,
	type PartnerClock,
} from '$lib/interview/partner-clock.ts';
import { readPartnerNotes, writePartnerNotes } from '$lib/interview/partner-notes.ts';
import type { App } from './app.svelte.ts';
import { now } from './clock.ts';
import { deliverFile } from './deliver-file.ts';
import { Loaded } from './loaded.svelte.ts';

/** What neither a reload nor a closed tab must lose. */
interface Kept {
	clock: PartnerClock;
	/** By line, probe or curveball, in ms of the clock. */
	seen: Record<string, number>;
	note: string;
	minutes: PartnerLength;
}

export const PARTNER_LENGTHS = [45, 60] as const;
export type PartnerLength = (typeof PARTNER_LENGTHS)[number];

const NOTHING: Kept = { clock: STOPPED, seen: {}, note: '', minutes: 45 };

export class Partner {
	readonly id: string;
	/** `undefined` as its value while it loads; null for a question that the catalog has not. */
	readonly loaded: Loaded<Question | null>;
	#app: App;
	#kept = $state.raw<Kept>(NOTHING);
	#now = $state(now());

	constructor(app: App, id: string) {
		this.#app = app;
		this.id = id;
		this.loaded = new Loaded(async () => (await app.library.question(id)) ?? null);
		this.#kept = this.#read();
	}

	get elapsed(): number {
		return elapsedOf(this.#kept.clock, this.#now);
	}

	get runs(): boolean {
		return this.#kept.clock.since !== null;
	}

	/** By line, probe or curveball: when it was seen or said, in ms of the clock. */
	get seen(): Readonly<Record<string, number>> {
		return this.#kept.seen;
	}

	get note(): string {
		return this.#kept.note;
	}

	set note(note: string) {
		this.#keep({ note });
	}

	/** How long the interview is to be. */
	get minutes(): PartnerLength {
		return this.#kept.minutes;
	}

	set minutes(minutes: PartnerLength) {
		this.#keep({ minutes });
	}

	/** Looks at the clock; call about once a second while the screen can be seen. */
	look(): void {
		this.#now = now();
	}

	startOrPause(): void {
		this.look();
		this.#keep({ clock: startOrPause(this.#kept.clock, now()) });
	}

	/** Marks what was seen or said now, or takes the mark away. */
	mark(id: string, on: boolean): void {
		this.look();
		const others = Object.entries(this.#kept.seen).filter(([other]) => other !== id);
		const own: typeof others = on ? [[id, Math.round(this.elapsed)]] : [];
		this.#keep({ seen: Object.fromEntries([...others, ...own]) });
	}

	/** Everything anew, for the next candidate; resolves to how to take it back. */
	clear(): void {
		const before = this.#kept;
		this.#keep({ ...NOTHING, minutes: before.minutes });
		this.#forget();
		this.#app.toasts.show('Notes cleared.', {
			action: { label: 'Undo', run: () => this.#keep(before) },
		});
	}

	/** Hands over the file for the candidate. @param lines ids of the rubric, the only marks that it holds */
	async save(question: Question, lines: readonly string[]): Promise<void> {
		const ticks = lines.flatMap((line) => {
			const at = this.seen[line];
			return at === undefined ? [] : [{ line, at }];
		});
		const { id, version } = question;
		const text = writePartnerNotes({ question: id, version, ticks, note: this.note });
		const file = new Blob([text], { type: 'application/json' });
		const outcome = await deliverFile(file, `onsite-partner-${id}.json`);
		if (outcome === 'delivered') {
			// From here on the file holds them; notes about a person do not stay on a shared device.
			this.#forget();
			this.#app.toasts.show('Saved. The candidate takes it in on the result page.');
		}
	}

	/** Goes on from a file that was saved before, such as on another device. */
	async takeIn(file: File): Promise<void> {
		const read = readPartnerNotes(await textOf(file));
		if ('problem' in read) return this.#app.toasts.problem(read.problem);
		if (read.notes.question !== this.id) {
			return this.#app.toasts.problem('These notes are of another question. Nothing was changed.');
		}
		const ticks = Object.fromEntries(read.notes.ticks.map(({ line, at }) => [line, at]));
		this.#keep({ seen: { ...this.seen, ...ticks }, note: read.notes.note || this.note });
		this.#app.toasts.show(`${read.notes.ticks.length} ticks taken in.`);
	}

	get #key(): string {
		return `onsite-partner:${this.id}`;
	}

	#read(): Kept {
		try {
			const kept = JSON.parse(localStorage.getItem(this.#key) ?? 'null') as Partial<Kept> | null;
			return { ...NOTHING, ...kept };
		} catch {
			return NOTHING;
		}
	}

	#keep(fields: Partial<Kept>): void {
		this.#kept = { ...this.#kept, ...fields };
		try {
			localStorage.setItem(this.#key, JSON.stringify(this.#kept));
		} catch {
			// Without storage a reload loses the notes; the file does not depend on it.
		}
	}

	#forget(): void {
		try {
			localStorage.removeItem(this.#key);
		} catch {
			// Nothing was kept then.
		}
	}
}

/** No file of notes is larger; another one is not read at all. */
const LARGEST_FILE = 1_000_000;

/** What a file holds as text; empty where it is too large to be one of notes. */
export async function textOf(file: File): Promise<string> {
	return file.size > LARGEST_FILE ? '' : file.text();
}
