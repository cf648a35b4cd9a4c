/** A person with a clock of their own who studies a database, for tests of storage. */
import { drillCardId } from '../../src/lib/content/drill-id.ts';
import type { LibraryIndex } from '../../src/lib/content/library.ts';
import { commitAct, commitAnswer, type Answer } from '../../src/lib/db/act.ts';
import { cardById } from '../../src/lib/db/cards.ts';
import { takeInLibrary } from '../../src/lib/db/catalog-rows.ts';
import { keepDraft } from '../../src/lib/db/drafts.ts';
import { takeInDrills } from '../../src/lib/db/drill-rows.ts';
import { saveEvaluation } from '../../src/lib/db/evaluations.ts';
import { appendEvents, beginInterview, type InterviewRow } from '../../src/lib/db/interviews.ts';
import { openDatabase, type Opened, type OpenOptions } from '../../src/lib/db/open.ts';
import type { OnsiteDb } from '../../src/lib/db/schema.ts';
import { redoLast, undoLast } from '../../src/lib/db/undo.ts';
import type { WriteMoment } from '../../src/lib/db/write-moment.ts';
import type { DrillAttempt } from '../../src/lib/estimation/drill-attempt.ts';
import type { Happening, InterviewEvent } from '../../src/lib/interview/interview-event.ts';
import { answerCard } from '../../src/lib/scheduler/answer.ts';
import type { CardState, Marks } from '../../src/lib/scheduler/card-state.ts';
import { DEFAULT_PRESET, parametersId } from '../../src/lib/scheduler/default-preset.ts';
import type { Preset } from '../../src/lib/scheduler/preset.ts';
import { rescheduleCard, resetCard } from '../../src/lib/scheduler/manual-entry.ts';
import type { Grade } from '../../src/lib/scheduler/review.ts';
import { momentAt, type Moment } from '../../src/lib/scheduler/study-day.ts';

const UTC = { timeZone: 'UTC', rolloverHour: 4 };
export const NOON = Date.UTC(2026, 10, 2, 12);
export const DAY = 86_400_000;

let names = 0;

/** A database name that no other test uses. */
export function freshName(): string {
	names += 1;
	return `test-${Math.random().toString(36).slice(2)}-${names}`;
}

/** An install marker in memory. */
export function memoryMarker(text: string | null = null) {
	return {
		text,
		read() {
			return this.text;
		},
		write(next: string) {
			this.text = next;
		},
	};
}

/** Opens a database as the app does. */
export function openAs(name: string, options: Partial<OpenOptions> = {}): Promise<Opened> {
	const id = uuid(NOON, 1);
	return openDatabase({
		...{ name, now: () => NOON, newId: () => id, installMarker: memoryMarker() },
		...options,
	});
}

/** An open database; throws where opening did not end well. */
export async function openReady(
	name: string = freshName(),
	options: Partial<OpenOptions> = {},
): Promise<OnsiteDb> {
	const opened = await openAs(name, options);
	if (opened.state !== 'ready') throw opened.error;
	return opened.db;
}

/** A catalog of patterns `p0`, `p1`, … with cards `a`, `b`, `c` each. */
export function catalogOf(patterns: number, version = `v${patterns}`): LibraryIndex {
	return {
		version,
		categories: [],
		paths: [],
		patterns: Array.from({ length: patterns }, (_, at) => ({
			...{ id: `p${at}`, name: `P${at}`, aliases: [], category: 'x', level: 'beginner' as const },
			oneLine: '',
			cards: ['a', 'b', 'c'].map((slug) => ({ slug, kind: 'recall', level: 'beginner' as const })),
		})),
	};
}

/** A UUIDv7 of a time and a number. */
function uuid(t: number, number: number): string {
	const time = Math.floor(t).toString(16).padStart(12, '0');
	const tail = number.toString(16).padStart(12, '0');
	return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${tail}`;
}

export class Student {
	db: OnsiteDb;
	t: number;
	readonly dev: string;
	#made = 0;
	readonly #series: number;

	constructor(db: OnsiteDb, dev = 'dev-a', t = NOON) {
		this.db = db;
		this.dev = dev;
		this.t = t;
		this.#series = [...dev].reduce((sum, char) => sum * 31 + char.charCodeAt(0), 7) % 0xffff;
	}

	get now(): Moment {
		return momentAt(this.t, UTC);
	}

	get moment(): WriteMoment {
		return { t: this.t, day: this.now.day, dev: this.dev };
	}

	newId(): string {
		this.#made += 1;
		return uuid(Math.max(0, this.t), this.#series * 0x1_0000_0000 + this.#made);
	}

	async takeIn(patterns: number): Promise<void> {
		await takeInLibrary(this.db, catalogOf(patterns), new Map());
	}

	async card(id: string): Promise<CardState> {
		const card = await cardById(this.db, id);
		if (!card) throw new Error(`No card ${id}`);
		return card;
	}

	/** An answer as the screen would hand it over, from the card as it is now. */
	async prepare(
		id: string,
		grade: Grade,
		siblings: string[] = [],
		preset: Preset = DEFAULT_PRESET,
	): Promise<Answer> {
		const before = await this.card(id);
		const context = { now: this.now, preset, load: () => 0 };
		const stamp = { id: this.newId(), dev: this.dev, duration: 4_000, capped: true };
		const { review, card, becameLeech } = answerCard(before, grade, context, stamp);
		return { review, before, after: card, siblings, becameLeech, moment: this.moment };
	}

	async answer(
		id: string,
		grade: Grade,
		siblings: string[] = [],
		preset: Preset = DEFAULT_PRESET,
	): Promise<Answer> {
		const answer = await this.prepare(id, grade, siblings, preset);
		await commitAnswer(this.db, answer);
		this.t += 20_000;
		return answer;
	}

	/** A go at a drill and its grade, stored together. */
	async drill(id: string, grade: Grade): Promise<DrillAttempt> {
		const answer = await this.prepare(drillCardId(id), grade);
		const attempt = this.attempt(id, answer.review.id);
		await commitAnswer(this.db, { ...answer, attempt });
		this.t += 60_000;
		return attempt;
	}

	/** A go at a drill as the screen would hand it over. */
	attempt(id: string, reviewId?: string): DrillAttempt {
		const { t, tz, day } = this.now;
		const slips = [{ kind: 'sixty' as const, text: 'Perhaps 60.' }];
		const sized = { value: 12_000, ratio: 1.04, band: 'spot-on' as const, slips: [] };
		return {
			...{ id: this.newId(), t, tz, day, dev: this.dev, drill: id, seed: '0a1b2c', mode: 'daily' },
			...(reviewId === undefined ? {} : { reviewId }),
			asks: [
				{ id: 'reads', text: '12k/s', ...sized, choice: 1 },
				{ id: 'peak', text: '9M', value: null, ratio: 60, band: 'wrong-order', slips },
			],
			assumed: { size: '2 KB' },
			pad: ['users = 100M', ''],
			duration: 61_000,
		};
	}

	async takeInDrills(...ids: string[]): Promise<void> {
		const drills = ids.map((id) => ({ id, retired: false }));
		await takeInDrills(this.db, ids.join(), drills);
	}

	/** An interview that was cut off while its notes were typed, and what was said of it. */
	async interview(id = this.newId()): Promise<InterviewRow> {
		const { t, tz, day } = this.now;
		const row: InterviewRow = {
			...{ id, question: 'url-shortener', version: 1, title: 'Design a URL shortener' },
			...{ mode: 'practice', level: 'senior', minutes: 45, t, tz, day, dev: this.dev },
		};
		const { question, version, mode, level, minutes } = row;
		await beginInterview(this.db, row, [
			this.happening(0, { kind: 'start', question, version, mode, level, minutes }),
		]);
		this.t += 60_000;
		await appendEvents(this.db, id, [
			this.happening(1, { kind: 'ask', text: 'how many?', answers: 'q-scale', by: 'typed' }),
			this.happening(2, { kind: 'pad', pane: 'notes', text: 'Reads beat writes.' }),
		]);
		this.t += 1_000;
		const { at } = this.happening(3, { kind: 'beat' });
		await keepDraft(this.db, { interview: id, pane: 'notes', text: 'Reads beat writes 100:1', at });
		const ticks = [{ line: 'r1', pin: { kind: 'minute' as const, at: 61_000 } }];
		await saveEvaluation(this.db, id, { predicted: { scope: 2 }, ticks }, this.moment);
		return row;
	}

	/** A fact of an interview, now. */
	happening(seq: number, what: Happening): InterviewEvent {
		const at = { wall: this.t, mono: this.t - NOON, page: this.dev };
		return { ...what, id: this.newId(), seq, at };
	}

	async mark(id: string, to: Partial<Marks>): Promise<void> {
		await commitAct(this.db, { name: 'Mark', marks: [{ cardId: id, to }], moment: this.moment });
		this.t += 1_000;
	}

	async forget(id: string): Promise<void> {
		await this.#enter('Reset', id, (card, context, stamp) => resetCard(card, context, stamp));
	}

	async reschedule(id: string, inDays: number): Promise<void> {
		const day = this.now.day + inDays;
		await this.#enter('Reschedule', id, (card, context, stamp) =>
			rescheduleCard(card, day, context, stamp),
		);
	}

	async #enter(name: string, id: string, change: ManualChange): Promise<void> {
		const before = await this.card(id);
		const context = { now: this.now, params: parametersId(DEFAULT_PRESET.weights) };
		const { review, card } = change(before, context, { id: this.newId(), dev: this.dev });
		const entries = [{ review, before, after: card }];
		await commitAct(this.db, { name, entries, moment: this.moment });
		this.t += 1_000;
	}

	undo() {
		this.t += 1_000;
		return undoLast(this.db, this.moment);
	}

	redo() {
		this.t += 1_000;
		return redoLast(this.db, this.moment);
	}
}

type ManualChange = (
	card: CardState,
	context: { now: Moment; params: string },
	stamp: { id: string; dev: string },
) => ReturnType<typeof resetCard>;
