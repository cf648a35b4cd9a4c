/** The import of one file after another, as the screen shows it: reading, preview, writing, done. */
import type { CompiledCard } from '$lib/content/card.ts';
import type { ImportProgress } from '$lib/deck-import/import-watch.ts';
import type { ImportSummary } from '$lib/deck-import/summary/import-summary.ts';
import type { App } from './app.svelte.ts';
import { holdBusy } from './busy.ts';
import { newId, zoneOf } from './clock.ts';
import { discardImport, undoImported } from './import-acts.ts';
import { startImporter, type Importer } from './importer.ts';
import type {
	Fetched,
	FromImporter,
	ImportChoices,
	ImportFailure,
	ImportSource,
} from './import-message.ts';

export type ImportStep = 'choose' | 'reading' | 'preview' | 'writing' | 'done' | 'failed';

/** What takes longer shows that it is under way. */
const SLOW_MS = 500;
const ALL: ImportChoices = { scheduling: true, media: true, daily: true };

export class DeckImport {
	step = $state<ImportStep>('choose');
	/** Name of the file, or the address until it is fetched. */
	name = $state('');
	/** Bytes; 0 until known. */
	size = $state(0);
	/** Host that it came from; '' for a file. */
	from = $state('');
	redirectedTo = $state<string>();
	progress = $state.raw<ImportProgress>();
	/** Under way for over half a second. */
	slow = $state(false);
	/** The choices have changed and what is shown is of before. */
	stale = $state(false);
	choices = $state.raw<ImportChoices>(ALL);
	/** What would happen, or on `done` what has. */
	summary = $state.raw<ImportSummary>();
	/** A few of its cards, ready to look at. */
	samples = $state.raw<readonly CompiledCard[]>([]);
	failure = $state.raw<ImportFailure>();
	undone = $state(false);
	/** Ids of the root decks that hold what came in. */
	roots = $state.raw<readonly string[]>([]);

	#app: App;
	#source: ImportSource | undefined;
	#id = '';
	#importer: Importer | undefined;
	#working = false;
	#wanted: ImportChoices | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#release = () => {};
	#left = false;

	constructor(app: App) {
		this.#app = app;
	}

	/** Whether another file can be begun. */
	get free(): boolean {
		return this.step === 'choose' || this.step === 'done' || this.step === 'failed';
	}

	/** Reads a file for its preview; one that is being read gives way. */
	read(file: File): void {
		this.from = '';
		this.#begin({ file, name: file.name }, file.name, file.size, ALL);
	}

	/** Reads what was pasted. */
	readText(text: string): void {
		this.read(new File([text], 'Pasted text', { type: 'text/plain' }));
	}

	/** Fetches a file from an address that the person has seen and confirmed. */
	fetch(address: URL): void {
		this.from = address.host;
		this.#begin({ address: address.href }, address.href, 0, ALL);
	}

	/** The same once more, with other choices where there was no room for all of it. */
	retry(choices: Partial<ImportChoices> = {}): void {
		if (this.#source) this.#begin(this.#source, this.name, this.size, { ...ALL, ...choices });
	}

	#begin(source: ImportSource, name: string, size: number, choices: ImportChoices): void {
		this.cancel();
		Object.assign(this, { name, size, choices, step: 'reading' });
		this.#source = source;
		this.redirectedTo = this.failure = this.summary = undefined;
		this.undone = false;
		this.samples = [];
		this.#id = newId();
		this.#release = holdBusy();
		this.#work();
		this.#importer = startImporter(
			{
				...{ database: this.#app.db.name, id: this.#id, source, choices },
				...{ zone: zoneOf(this.#app.settings), moment: this.#app.writeMoment() },
			},
			(message) => this.#hear(message),
		);
	}

	/** Judges the file anew by other choices; what is asked while it works is asked when it is done. */
	choose(changes: Partial<ImportChoices>): void {
		this.choices = { ...this.choices, ...changes };
		this.stale = true;
		if (this.#working) {
			this.#wanted = this.choices;
			return;
		}
		this.#work();
		this.#importer?.judge(this.choices);
	}

	/** Writes it all. */
	write(): void {
		if (this.step !== 'preview' || this.#working) return;
		this.step = 'writing';
		this.#work();
		this.#importer?.apply(this.choices, this.#app.writeMoment());
	}

	/** Ends whatever is under way; nothing of it is kept. */
	cancel(): void {
		const pending = this.#importer !== undefined;
		this.#importer?.end();
		this.#close();
		this.step = 'choose';
		if (pending) void discardImport(this.#app, this.#id);
	}

	/** The screen is left: what is being written goes on and says when it is done, all else ends. */
	leave(): void {
		this.#left = true;
		if (this.step !== 'writing') this.cancel();
	}

	/** Takes back what has just come in. */
	async undo(): Promise<void> {
		this.undone = await undoImported(this.#app, this.#id);
	}

	#work(): void {
		this.#working = true;
		this.progress = undefined;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => (this.slow = true), SLOW_MS);
	}

	#rest(): void {
		this.#working = this.slow = false;
		clearTimeout(this.#timer);
	}

	#close(): void {
		this.#rest();
		this.#importer?.end();
		this.#importer = this.#wanted = undefined;
		this.stale = false;
		this.#release();
		this.#release = () => {};
	}

	#hear(message: FromImporter): void {
		switch (message.what) {
			case 'progress':
				this.progress = message.progress;
				return;
			case 'alive':
				return;
			case 'fetched':
				return this.#fetched(message.fetched);
			case 'judged':
				return this.#judged(message.summary, message.choices);
			case 'applied':
				this.summary = message.summary;
				this.roots = message.roots;
				return this.#applied();
			case 'failed':
				return this.#failed(message.failure);
		}
	}

	#fetched({ name, size, redirectedTo }: Fetched): void {
		Object.assign(this, { name, size, redirectedTo });
	}

	#judged(summary: ImportSummary, choices: ImportChoices): void {
		this.#rest();
		this.summary = summary;
		this.step = 'preview';
		const wanted = this.#wanted;
		this.#wanted = undefined;
		if (wanted) return this.choose({});
		this.choices = choices;
		this.stale = false;
		void this.#showSamples(summary);
	}

	/** What cannot be shown is no reason against the import: it says so itself once it is studied. */
	async #showSamples(summary: ImportSummary): Promise<void> {
		const { compileSamples } = await import('./sample-content.ts');
		const cards = await compileSamples(this.#app.db, summary.samples).catch(() => []);
		if (this.summary === summary) this.samples = cards;
	}

	#applied(): void {
		this.#close();
		this.step = 'done';
		if (this.#left) this.#app.toasts.show(`${this.name} is in.`);
	}

	#failed(failure: ImportFailure): void {
		this.#close();
		this.failure = failure;
		this.step = 'failed';
		void discardImport(this.#app, this.#id);
		if (this.#left) this.#app.toasts.problem(`${this.name}: ${failure.what} ${failure.safe}`);
	}
}
