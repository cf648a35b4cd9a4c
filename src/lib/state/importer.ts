/** The worker that reads decks, seen from the page: started for one file, ended at any time, watched for standing still. */
import engine from 'sql.js/dist/sql-wasm-browser.wasm?url';
import type { FromImporter, ImportBegin, ImportFailure, ToImporter } from './import-message.ts';

/** ms in which it must have said something while it works. */
const PATIENCE = 60_000;

export interface Importer {
	judge(choices: ImportBegin['choices']): void;
	apply(choices: ImportBegin['choices'], moment: ImportBegin['moment']): void;
	/** Ends it, whatever it is doing; nothing is heard of it any more. */
	end(): void;
}

/** Begins to read at once. @param onmessage is told what it says, the failure of the worker itself included */
export function startImporter(
	begin: Omit<ImportBegin, 'engine'>,
	onmessage: (message: FromImporter) => void,
	patience = PATIENCE,
): Importer {
	const worker = new Worker(new URL('./deck-import.worker.ts', import.meta.url), {
		type: 'module',
	});
	let waiting: ReturnType<typeof setTimeout> | undefined;
	let fetching = false;

	function wait(): void {
		clearTimeout(waiting);
		waiting = setTimeout(() => fail(fetching ? SILENT : STUCK), patience);
	}
	function end(): void {
		clearTimeout(waiting);
		worker.onmessage = worker.onerror = null;
		worker.terminate();
	}
	function fail(failure: ImportFailure): void {
		end();
		onmessage({ what: 'failed', failure });
	}
	function send(message: ToImporter): void {
		wait();
		worker.postMessage(message);
	}

	worker.onmessage = ({ data }: MessageEvent<FromImporter>) => {
		if (data.what === 'progress') fetching = data.progress.stage === 'fetch';
		if (data.what === 'progress' || data.what === 'alive') wait();
		else if (data.what !== 'fetched') clearTimeout(waiting);
		onmessage(data);
	};
	worker.onerror = (event) => {
		event.preventDefault();
		// Without a message the script itself could not be loaded.
		fail(event.message ? DIED : NOT_HERE);
	};
	send({ what: 'read', ...begin, engine });
	return {
		judge: (choices) => send({ what: 'judge', choices }),
		apply: (choices, moment) => send({ what: 'apply', choices, moment }),
		end,
	};
}

const SAFE = 'Nothing has been changed.';
const STUCK: ImportFailure = {
	what: 'Reading the file stood still for a minute and was stopped.',
	...{ safe: SAFE, todo: 'Export a part of it, such as a single deck, or export it anew.' },
};
const SILENT: ImportFailure = {
	what: 'The server sent nothing for a minute.',
	...{
		safe: SAFE,
		todo: 'Try again later, or download the file with the browser and bring it here.',
	},
};
const DIED: ImportFailure = {
	what: 'Reading the file took more than this device can give.',
	...{ safe: SAFE, todo: 'Export a part of it, such as a single deck, and bring that.' },
};
const NOT_HERE: ImportFailure = {
	what: 'What reads files is not on this device yet.',
	...{ safe: SAFE, todo: 'Connect to the network once, then choose the file again.' },
};
