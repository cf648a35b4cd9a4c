/** A running interview: its facts, its clock, the interviewer's turn, and one tab that writes it. */
import type { Chip, Step } from '$lib/content/question-terms.ts';
import type { Question } from '$lib/content/question.ts';
import { settleDrafts } from '$lib/db/drafts.ts';
import { interviewOf, type InterviewRow } from '$lib/db/interviews.ts';
import { DbError } from '$lib/db/db-error.ts';
import { linesOf, type Line } from '$lib/interview/conversation.ts';
import { applyEvent, type Course, type Gap } from '$lib/interview/interview-course.ts';
import {
	HINTS,
	type Happening,
	type InterviewEvent,
	type Moment,
} from '$lib/interview/interview-event.ts';
import { matchLead, matchRequirement } from '$lib/interview/match-lead.ts';
import { matchQuestion, questionOfChip } from '$lib/interview/match-question.ts';
import { openProbes } from '$lib/interview/open-probes.ts';
import { openInterviewWith, type Opening } from '$lib/interview/opening.ts';
import { nextProbe } from '$lib/interview/pacing.ts';
import { indexQuestion, type QuestionIndex } from '$lib/interview/question-index.ts';
import { readCourse } from '$lib/interview/read-course.ts';
import { observe, type InterviewState } from '$lib/interview/replay-interview.ts';
import type { App } from './app.svelte.ts';
import { holdBusy } from './busy.ts';
import { acceptGap, wasAccepted } from './accepted-gaps.ts';
import { giveSign } from './chime.ts';
import { bothClocks, newId } from './clock.ts';
import { EventWriter } from './event-writer.svelte.ts';
import { lastChoice } from './mock-choice.ts';
import { MockPad } from './mock-pad.svelte.ts';
import { soleWriter, type SoleWriter } from './sole-writer.ts';
import { keepAwake } from './wake-lock.ts';
import { watchPage } from './watch-page.ts';

/** Says "still here": what a crash can make a question of is at most this. */
const BEAT_MS = 30_000;
/** A change of the requirements is thought through before the next one comes. */
const BETWEEN_CURVEBALLS = 120_000;

/** What is offered where a typed question may mean one of several. */
export interface Offer {
	text: string;
	options: { id: string; ask: string }[];
}

export class MockRun {
	readonly id: string;
	readonly pad: MockPad;
	/** `gone`: the catalog no longer has the question. */
	phase = $state<'loading' | 'open' | 'elsewhere' | 'missing' | 'gone' | 'failed'>('loading');
	failure = $state('');
	row = $state.raw<InterviewRow>();
	question = $state.raw<Question>();
	/** What has been said. */
	lines = $state.raw<Line[]>([]);
	offer = $state.raw<Offer>();

	#app: App;
	#writer = $state.raw<EventWriter>();
	#course = $state.raw<Course>();
	#now = $state.raw<Moment>(bothClocks());
	/** Gaps that count, the person says. */
	#accepted = $state.raw<readonly string[]>([]);
	#index: QuestionIndex | undefined;
	#seq = 0;
	#ended = false;
	#sole: SoleWriter;
	#undo: (() => void)[] = [];
	#sleep: (() => void) | undefined;
	#looking = false;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#signed = new Set<Step>();

	constructor(app: App, id: string) {
		this.#app = app;
		this.id = id;
		this.#sole = soleWriter(`interview-${id}`, () => this.#lose());
		this.pad = new MockPad({
			draft: (pane, text, at) => this.#writer?.draft({ pane, text, at }),
			fact: (pane, text, at) => this.#append({ kind: 'pad', pane, text }, at),
		});
	}

	/** How the interview stands at this second; undefined while it is read. */
	readonly view: InterviewState | undefined = $derived.by(() => {
		const { question } = this;
		return question && this.#course && observe(this.#course, question, this.#now);
	});

	/** How it began: what was said first, and which pane comes first. */
	readonly opening: Opening | undefined = $derived.by(() => {
		const { question, row } = this;
		const exercise = this.#course?.started?.exercise;
		return question && openInterviewWith(question, { only: row?.only, exercise });
	});

	/** The last stretch away that nobody has judged yet. */
	readonly gap: Gap | undefined = $derived(
		this.view?.gaps.findLast(({ after, counted }) => counted && !this.#accepted.includes(after)),
	);

	/** Why something is not stored, in words; it is tried again by itself, and by `retry`. */
	get unsaved(): string {
		return this.#writer?.problem ?? '';
	}

	/** Opens it, or says who else has it. */
	async start(): Promise<void> {
		try {
			if (this.#app.readOnly) throw new DbError('newer-version');
			if (await this.#sole.begin()) await this.#open();
			else this.phase = 'elsewhere';
		} catch (problem) {
			this.#fail(problem);
		}
	}

	/** Writes in this tab from now on. */
	async takeOver(): Promise<void> {
		this.phase = 'loading';
		try {
			await this.#sole.takeOver();
			await this.#open();
		} catch (problem) {
			this.#fail(problem);
		}
	}

	/** Call when the screen is left. */
	stop(): void {
		if (this.phase === 'open') this.pad.settle();
		this.#close();
		const writer = this.#writer;
		writer?.stop();
		void (writer?.flush() ?? Promise.resolve()).then(() => this.#sole.end());
	}

	retry = (): void => void this.#writer?.flush();

	/** A question in the candidate's own words: answered, offered to choose, or left to them. */
	ask(text: string): void {
		const { question } = this;
		if (!question || text.trim() === '') return;
		this.#index ??= indexQuestion(question);
		const match = matchQuestion(text, this.#index);
		this.offer = undefined;
		if (match.kind === 'did-you-mean') {
			const options = match.ids.flatMap((id) => {
				const ask = question.clarify.find((each) => each.id === id)?.ask;
				return ask === undefined ? [] : [{ id, ask }];
			});
			this.offer = { text, options };
			return;
		}
		const answers = match.kind === 'answer' ? match.id : null;
		this.#append({ kind: 'ask', text: text.trim(), answers, by: 'typed' });
	}

	/** One of those offered was meant, or null: none. */
	choose(answers: string | null): void {
		const { offer } = this;
		this.offer = undefined;
		if (offer) this.#append({ kind: 'ask', text: offer.text.trim(), answers, by: 'typed' });
	}

	askAbout(chip: Chip): void {
		const { question } = this;
		if (!question || !this.#course) return;
		this.offer = undefined;
		const asked = this.#course.asked.map(({ answers }) => answers);
		const found = questionOfChip(question, chip, asked);
		const text = found?.ask ?? `Is there more to know about ${chip}?`;
		this.#append({ kind: 'ask', text, answers: found?.id ?? null, by: 'chip' });
	}

	/** Goes into a part in the candidate's words; without them the interviewer chooses. */
	goInto(lead?: string): void {
		const { question } = this;
		if (!question || !this.#course) return;
		const words = lead?.trim() ?? '';
		const open = this.openProbes;
		const probe = words ? matchLead(words, question, open) : nextProbe(this.#course, question);
		if (probe !== undefined) {
			this.#append({ kind: 'probe', probe, ...(words ? { lead: words } : {}) });
		} else if (words) {
			this.#append({ kind: 'ask', text: `I go into ${words}`, answers: null, by: 'typed' });
		}
	}

	/** Ids of the probes of this level that were not asked. */
	readonly openProbes: string[] = $derived.by(() => {
		const { question } = this;
		return this.#course && question ? openProbes(this.#course, question) : [];
	});

	hint(): void {
		const last = this.#course?.probes.at(-1);
		const hint = HINTS[last?.hints.length ?? HINTS.length];
		if (last && hint) this.#append({ kind: 'hint', probe: last.probe, hint });
	}

	followUp(): void {
		const last = this.#course?.probes.at(-1);
		if (last) this.#append({ kind: 'follow-up', probe: last.probe });
	}

	broke(curveball: string, text: string): void {
		const thrown = this.#course?.curveballs.find((each) => each.curveball === curveball);
		if (thrown && thrown.broke !== text.trim()) {
			this.#append({ kind: 'broke', curveball, text: text.trim() });
		}
	}

	/** The candidate marks a line of their requirements as having its path, or takes it back. */
	trace(text: string, traced: boolean): void {
		const requirement = this.question && matchRequirement(text, this.question);
		if (requirement !== undefined) this.#append({ kind: 'trace', requirement, traced });
	}

	goTo(step: Step): void {
		// What was asked in the step before is left where it was.
		this.offer = undefined;
		if (step === this.view?.step) return;
		this.pad.settle();
		this.#append({ kind: 'step', to: step });
	}

	pause(): void {
		this.pad.settle();
		this.#append({ kind: 'pause' });
	}

	resume = (): void => this.#append({ kind: 'resume' });
	extend = (minutes: number): void => this.#append({ kind: 'extend', minutes });
	limitOff = (): void => this.#append({ kind: 'limit-off' });

	/** Whether the stretch away counts. */
	judgeGap({ after }: Gap, counts: boolean): void {
		acceptGap(after);
		this.#accepted = [...this.#accepted, after];
		if (!counts) this.#append({ kind: 'discount', after });
	}

	/** Ends it for good, also where the time was up already; resolves when that is stored or has failed. */
	async end(): Promise<void> {
		this.pad.settle();
		this.#append({ kind: 'end' });
		await this.#writer?.flush();
	}

	async #open(): Promise<void> {
		const { db, library } = this.#app;
		const row = await interviewOf(db, this.id);
		const question = row && (await library.question(row.question));
		if (!row || !question) {
			this.row = row;
			this.phase = row ? 'gone' : 'missing';
			return;
		}
		const events = await settleDrafts(db, this.id, newId);
		this.#writer = new EventWriter(db, this.id);
		this.row = row;
		this.question = question;
		const { course, lines } = readCourse(events, question);
		this.#course = course;
		this.lines = lines;
		this.#seq = (events.at(-1)?.seq ?? -1) + 1;
		this.#ended = events.some(({ kind }) => kind === 'end');
		this.#accepted = course.gaps.map(({ after }) => after).filter(wasAccepted);
		this.pad.fill({ ...course.pad, ...course.late });
		this.#now = bothClocks();
		if (!this.#ended) this.#append({ kind: 'beat' });
		const watch = { look: this.look, leave: () => this.pad.settle() };
		this.#undo = [watchPage(watch), holdBusy()];
		this.phase = 'open';
		this.look();
	}

	/** Looks at the clocks: shows the time, lets the interviewer say what is due, and sets the next alarm. */
	look = (): void => {
		const { question } = this;
		if (!question || !this.#course || this.phase !== 'open' || this.#looking) return;
		this.#looking = true;
		this.#now = bothClocks();
		const before = observe(this.#course, question, this.#now);
		if (before.status === 'running' && !this.gap) this.#takeTurn(before);
		const now = observe(this.#course, question, this.#now);
		clearTimeout(this.#timer);
		if (now.status === 'running') {
			this.#sleep ??= keepAwake();
			const alarms = [now.nextIn, now.left > 0 ? now.left : null, BEAT_MS];
			const next = Math.min(...alarms.filter((ms) => ms !== null));
			this.#timer = setTimeout(this.#alarm, next);
		} else this.#rest(now.status === 'ended');
		this.#looking = false;
	};

	#alarm = (): void => {
		const quiet = bothClocks().mono - (this.#course?.last?.at.mono ?? 0);
		if (quiet >= BEAT_MS) {
			// What was typed before the beat must stand before it.
			this.pad.settle();
			this.#append({ kind: 'beat' });
		}
		this.look();
	};

	/** The screen may sleep. What was typed until the time was up was typed in time; what follows is kept beside it. */
	#rest(over: boolean): void {
		if (!this.#sleep) return;
		this.#sleep();
		this.#sleep = undefined;
		if (!over || this.#ended) return;
		this.pad.settle();
		giveSign(lastChoice().signal);
	}

	#takeTurn({ prompts, curveballsDue, probeDue, curveballs, elapsed, step, left }: InterviewState) {
		for (const { id, say } of prompts) this.#append({ kind: 'prompt', prompt: id, say });
		const last = curveballs.at(-1)?.at ?? -Infinity;
		const [curveball] = curveballsDue;
		if (curveball !== undefined && elapsed - last >= BETWEEN_CURVEBALLS) {
			this.#append({ kind: 'curveball', curveball });
		}
		if (probeDue !== undefined) this.#append({ kind: 'probe', probe: probeDue });
		if (left <= 0 && !this.#signed.has(step)) {
			this.#signed.add(step);
			giveSign(lastChoice().signal);
		}
	}

	#append(happening: Happening, at: Moment = bothClocks()): void {
		const { question } = this;
		const before = this.#course;
		if (!question || !before || this.#ended) return;
		const event: InterviewEvent = { ...happening, id: newId(), seq: this.#seq++, at };
		const after = applyEvent(before, event, question);
		this.#ended = event.kind === 'end';
		this.#course = after;
		const said = linesOf(before, after, event, question);
		if (said.length > 0) this.lines = [...this.lines, ...said];
		this.#writer?.append(event);
		this.#now = bothClocks();
		if (this.phase === 'open' && event.kind !== 'beat' && event.kind !== 'pad') this.look();
	}

	async #lose(): Promise<void> {
		this.pad.settle();
		this.#close();
		await this.#writer?.flush();
		this.phase = 'elsewhere';
	}

	#close(): void {
		clearTimeout(this.#timer);
		for (const undo of this.#undo) undo();
		this.#undo = [];
		this.#sleep?.();
		this.#sleep = undefined;
		this.#writer?.stop();
	}

	#fail(problem: unknown): void {
		this.failure = problem instanceof Error ? problem.message : String(problem);
		this.phase = 'failed';
		this.#close();
		this.#sole.end();
	}
}
