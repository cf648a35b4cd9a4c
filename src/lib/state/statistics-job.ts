/** The statistics at work: in a worker of their own, or in the page where there can be none. */
import type { OnsiteDb } from '$lib/db/schema.ts';
import type {
	Look,
	StatisticsAnswer,
	StatisticsPlace,
	StatisticsTask,
} from './statistics-messages.ts';

export interface StatisticsJob {
	look(look: Look): void;
	stop(): void;
}

const engine = () =>
	new Worker(new URL('./statistics.worker.ts', import.meta.url), { type: 'module' });

/**
 * Begins to count; figures come once it is told what is looked at.
 * @param tell is called in the page, also after `stop` never again
 * @param make for tests
 */
export function startStatistics(
	db: OnsiteDb,
	place: Omit<StatisticsPlace, 'database'>,
	tell: (answer: StatisticsAnswer) => void,
	make: () => Worker = engine,
): StatisticsJob {
	let last: Look | undefined;
	let stopped = false;
	let here: Promise<StatisticsJob> | undefined;
	let worker: Worker | undefined;

	/** Slower for the screen, but the same: where the worker's file cannot be had. */
	function countHere(): void {
		worker?.terminate();
		worker = undefined;
		here ??= import('./statistics-counter.ts').then(({ StatisticsCounter }) => {
			const counter = new StatisticsCounter(db, place.catalog, (answer) => {
				if (!stopped) tell(answer);
			});
			if (last && !stopped) counter.look(last);
			return counter;
		});
	}

	const say = (task: StatisticsTask) => worker?.postMessage(task);
	try {
		worker = make();
		worker.onmessage = ({ data }: MessageEvent<StatisticsAnswer>) => {
			if (!stopped) tell(data);
		};
		worker.onerror = (event) => {
			event.preventDefault();
			if (!stopped) countHere();
		};
		say({ kind: 'open', database: db.name, ...place });
	} catch {
		countHere();
	}
	return {
		look(look) {
			last = look;
			say({ kind: 'look', look });
			void here?.then((counter) => counter.look(look));
		},
		stop() {
			stopped = true;
			worker?.terminate();
			void here?.then((counter) => counter.stop());
		},
	};
}
