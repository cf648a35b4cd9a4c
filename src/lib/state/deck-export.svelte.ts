/** The export of decks as the screen shows it: what was chosen, how far it is, and the file that came of it. */
import engine from 'sql.js/dist/sql-wasm-browser.wasm?url';
import type { CatalogCard, ExportChoice } from '$lib/db/collect-decks.ts';
import type { App } from './app.svelte.ts';
import { deliverFile } from './deliver-file.ts';
import type { Exported, ExportFormat, ExportProgress, FromExporter } from './export-message.ts';
import { LibraryError } from './library.svelte.ts';

const ENDING: Record<ExportFormat, string> = {
	...{ anki: 'apkg', json: 'json', markdown: 'md', csv: 'csv' },
};
const LOST = 'Writing the file was cut off. Nothing has been changed; export one deck at a time.';

export class DeckExport {
	readonly #app: App;
	step = $state<'choose' | 'working' | 'done' | 'failed'>('choose');
	progress = $state.raw<ExportProgress>();
	exported = $state.raw<Exported>();
	/** In words. */
	failure = $state('');
	fileName = $state('');
	#worker: Worker | undefined;

	constructor(app: App) {
		this.#app = app;
	}

	/** @param title what the file is called, without its ending @param cards of the catalog, chosen with notes */
	async start(
		choice: ExportChoice,
		{
			format,
			safe,
			title,
			cards = [],
		}: { format: ExportFormat; safe: boolean; title: string; cards?: readonly string[] },
	): Promise<void> {
		this.cancel();
		this.step = 'working';
		this.fileName = `${fileTitle(title)}.${ENDING[format]}`;
		const worker = new Worker(new URL('./deck-export.worker.ts', import.meta.url), {
			type: 'module',
		});
		this.#worker = worker;
		worker.onmessage = ({ data }: MessageEvent<FromExporter>) => this.#hear(data);
		worker.onerror = (event) => {
			event.preventDefault();
			this.#fail(LOST);
		};
		try {
			const { t, day, dev } = this.#app.writeMoment();
			const whole = choice.what === 'all' || choice.what === 'catalog';
			const chosen = whole ? undefined : new Set(cards);
			const catalog = chosen?.size === 0 ? [] : await catalogCards(this.#app, chosen);
			// Cancelled while the catalog was read.
			if (this.#worker !== worker) return;
			worker.postMessage({
				...{ database: this.#app.db.name, install: dev, engine, choice, format, safe, catalog },
				now: { t, day },
			});
		} catch (problem) {
			this.#fail(problem instanceof LibraryError ? problem.message : LOST);
		}
	}

	/** Ends it, whatever it is doing. */
	cancel(): void {
		this.#worker?.terminate();
		this.#worker = undefined;
		this.progress = undefined;
		this.step = 'choose';
	}

	/** Hands the file out (again). */
	async deliver(): Promise<void> {
		if (this.exported) await deliverFile(this.exported.file, this.fileName);
	}

	#hear(message: FromExporter): void {
		if (message.what === 'progress') this.progress = message.progress;
		else if (message.what === 'failed') this.#fail(message.message);
		else {
			this.#worker?.terminate();
			this.#worker = undefined;
			this.exported = message.exported;
			this.step = 'done';
			void this.deliver();
		}
	}

	#fail(message: string): void {
		this.cancel();
		this.failure = message;
		this.step = 'failed';
	}
}

/** A name that every system takes. */
function fileTitle(title: string): string {
	const plain = title.replace(/[\p{C}\\/:*?"<>|]+/gu, ' ').trim();
	return plain.slice(0, 80).replace(/^\.+|[.\s]+$/g, '') || 'Decks';
}

/** Every card of the catalog, or the chosen ones, in its order, in a deck for each category. @throws LibraryError */
async function catalogCards(
	{ library }: Pick<App, 'library'>,
	chosen?: ReadonlySet<string>,
): Promise<CatalogCard[]> {
	const cards: CatalogCard[] = [];
	for (const { id, category, cards: own } of library.index.patterns) {
		for (const { slug } of own) {
			if (chosen && !chosen.has(`${id}/${slug}`)) continue;
			const source = await library.source(`${id}/${slug}`);
			const path = ['Onsite', library.categoryName(category)];
			if (source) cards.push({ source, path });
		}
	}
	return cards;
}
