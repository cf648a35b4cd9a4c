/** Copies the whole collection apart from the screen: of a large one that is seconds of work. */
import { asDbError } from '$lib/db/db-error.ts';
import { openBeside } from '$lib/db/open-beside.ts';
import { takeSnapshot } from '$lib/db/snapshots.ts';
import type { CopyEnd, CopyTask } from './daily-copy-messages.ts';

/** What a worker has of its own; the page's types know it as a window. */
const scope = self as unknown as {
	postMessage(message: CopyEnd): void;
	onmessage: (event: MessageEvent<CopyTask>) => void;
};

async function copy({ database, install, moment }: CopyTask): Promise<void> {
	const db = await openBeside(database, install, () => {}, { writes: true });
	try {
		await takeSnapshot(db, 'daily', moment);
	} finally {
		db.close();
	}
}

scope.onmessage = ({ data }) => {
	copy(data).then(
		() => scope.postMessage({ done: true }),
		(problem: unknown) => scope.postMessage({ problem: asDbError(problem).kind }),
	);
};
