/** Plans in a worker of its own, or in the page where there can be none; the latest order is the one that counts. */
import type { InterviewPlan } from '$lib/plan/interview-plan.ts';
import type { WeekTask } from '$lib/plan/plan-task.ts';
import type { PlanResult } from '$lib/plan/plan-work.ts';
import type { PlanAnswer, PlanOrder } from './plan-messages.ts';

/** Of an order: its answers as they come, or why there are no more of them. */
export type PlanTold = PlanResult | { kind: 'failed'; detail: string };

const engine = () => new Worker(new URL('./plan.worker.ts', import.meta.url), { type: 'module' });
/** What plans in the page; loaded only there. */
const inPage = () => import('$lib/plan/plan-work.ts');
/** The page plans for so long at a time, and then answers what was touched. */
const SLICE_MS = 12;

export class Planner {
	#make: () => Worker;
	#load: typeof inPage;
	#worker: Worker | undefined;
	/** No worker can be had. */
	#here = false;
	#turn = 0;
	/** What is under way, as sent, and who is told. */
	#asked: { order: PlanOrder; tell: (told: PlanTold) => void } | undefined;

	/** The worker begins to load at once. @param make for tests, as `load` */
	constructor(make: () => Worker = engine, load: typeof inPage = inPage) {
		this.#make = make;
		this.#load = load;
		this.#start();
	}

	/** Gives up what was asked before; `tell` is called in the page, after `stop` or a later order never again. */
	ask(task: WeekTask, advise: boolean, tell: (told: PlanTold) => void): void {
		this.giveUp();
		this.#asked = { order: { turn: this.#turn, task, advise }, tell };
		this.#start();
		this.#send();
	}

	/** Nobody is told any more of what was asked; the planner is ready for the next order. */
	giveUp(): void {
		this.#turn += 1;
		// What is at work cannot be interrupted in another way.
		if (this.#asked) this.#drop();
		this.#asked = undefined;
	}

	/** Ends what runs. */
	stop(): void {
		this.giveUp();
		this.#drop();
	}

	#start(): void {
		if (this.#worker || this.#here) return;
		try {
			const worker = this.#make();
			worker.onmessage = ({ data }: MessageEvent<PlanAnswer>) => this.#take(data);
			worker.onerror = (event) => {
				event.preventDefault();
				if (worker === this.#worker) this.#goHere();
			};
			worker.onmessageerror = () => this.#fail('A message was not understood.');
			this.#worker = worker;
		} catch {
			this.#here = true;
		}
	}

	#send(): void {
		if (!this.#asked) return;
		if (this.#here) return this.#planHere();
		try {
			this.#worker?.postMessage(this.#asked.order);
		} catch (error) {
			this.#fail(String(error));
		}
	}

	#fail(detail: string): void {
		this.#take({ turn: this.#turn, kind: 'failed', detail });
	}

	/** What it plans is never the cause, as it tells of that: its file cannot be had. */
	#goHere(): void {
		this.#drop();
		this.#here = true;
		this.#send();
	}

	#drop(): void {
		this.#worker?.terminate();
		this.#worker = undefined;
	}

	#take({ turn, ...told }: PlanAnswer): void {
		if (turn !== this.#turn || !this.#asked) return;
		const { order, tell } = this.#asked;
		if (told.kind !== 'plan' || !order.advise) this.#asked = undefined;
		tell(told);
	}

	/** Slower for the screen, but the same. */
	#planHere(): void {
		if (!this.#asked) return;
		const { order } = this.#asked;
		const { turn } = order;
		let begun = -Infinity;
		const pause = async () => {
			if (performance.now() - begun < SLICE_MS) return;
			await new Promise((resolve) => setTimeout(resolve));
			begun = performance.now();
			// Nothing waits for the rest of it any more.
			if (turn !== this.#turn) await new Promise(() => {});
		};
		this.#load()
			.then(({ workOnPlan }) =>
				workOnPlan(order, (result) => this.#take({ turn, ...result }), pause),
			)
			.catch((error: unknown) => this.#take({ turn, kind: 'failed', detail: String(error) }));
	}
}

/** One plan without advice. @throws Error where it cannot be made */
export async function planOnce(task: WeekTask): Promise<InterviewPlan> {
	const planner = new Planner();
	try {
		return await new Promise<InterviewPlan>((resolve, reject) => {
			planner.ask(task, false, (told) => {
				if (told.kind === 'plan') resolve(told.plan);
				else if (told.kind === 'failed') reject(new Error(told.detail));
			});
		});
	} finally {
		planner.stop();
	}
}
