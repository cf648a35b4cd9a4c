/** Asks the worker that knows all notes what else asks the same, and which tags there are. */
import type { App } from './app.svelte.ts';
import type { Asking, Told } from './asked-messages.ts';

export class AskedIndex {
	readonly #worker: Worker;

	/** Begins to read; what cannot be read is never told. `close` ends it. */
	constructor(app: Pick<App, 'db' | 'writeMoment'>, tell: (told: Told) => void) {
		this.#worker = new Worker(new URL('./asked.worker.ts', import.meta.url), {
			type: 'module',
			name: 'asked',
		});
		this.#worker.onmessage = ({ data }: MessageEvent<Told>) => tell(data);
		this.#post({ open: { name: app.db.name, install: app.writeMoment().dev } });
	}

	/** @param text the first field as a reader sees it @param self id of the note, '' for a new one */
	ask(text: string, self: string): void {
		this.#post({ text, self });
	}

	close(): void {
		this.#worker.terminate();
	}

	#post(asking: Asking): void {
		this.#worker.postMessage(asking);
	}
}
