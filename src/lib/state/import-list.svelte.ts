/** The imports of this device, each of which can be taken back or brought in again as one step. */
import { listImports, redoImport, undoImport, type ImportEntry } from '$lib/db/undo-import.ts';
import type { App } from './app.svelte.ts';
import { Live } from './live.svelte.ts';

export class ImportList {
	readonly #app: App;
	readonly #list: Live<ImportEntry[]>;
	/** The one that is being turned. */
	busy = $state('');

	constructor(app: App) {
		this.#app = app;
		this.#list = new Live(
			() => listImports(app.db),
			({ message }) => app.toasts.problem(message),
		);
	}

	/** The newest first; `undefined` until it is read. */
	get entries(): ImportEntry[] | undefined {
		return this.#list.value;
	}

	/** Takes an import back, or brings it in again; what went wrong is said. */
	async turn({ id, file, state }: ImportEntry): Promise<void> {
		if (this.busy) return;
		this.busy = id;
		const back = state === 'done';
		const act = back ? undoImport : redoImport;
		const done = await this.#app.attempt(async () => {
			await act(this.#app.db, id, this.#app.writeMoment());
		});
		this.busy = '';
		if (done) this.#app.toasts.show(back ? `${file} is taken back.` : `${file} is here again.`);
	}
}
