/** Counts apart from the screen: a million answers take seconds, a look at them tenths of one. */
import { asDbError } from '$lib/db/db-error.ts';
import { openBeside } from '$lib/db/open-beside.ts';
import { StatisticsCounter } from './statistics-counter.ts';
import type { StatisticsAnswer, StatisticsTask } from './statistics-messages.ts';

/** What a worker has of its own; the page's types know it as a window. */
const scope = self as unknown as {
	postMessage(message: StatisticsAnswer): void;
	onmessage: (event: MessageEvent<StatisticsTask>) => void;
};

const tell = (answer: StatisticsAnswer) => scope.postMessage(answer);
let counter: Promise<StatisticsCounter | undefined> | undefined;

scope.onmessage = ({ data }) => {
	if (data.kind === 'open') {
		const { database, install, keeps, catalog } = data;
		const trouble = (problem: unknown) => {
			tell({ kind: 'problem', message: asDbError(problem).message });
			return undefined;
		};
		counter = openBeside(database, install, trouble, { writes: keeps }).then(
			(db) => new StatisticsCounter(db, catalog, tell),
			trouble,
		);
	} else void counter?.then((each) => each?.look(data.look));
};
