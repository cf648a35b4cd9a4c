/** One file on its way in: read once, judged as often as the choices change, then written. Runs in the worker. */
import { BlobReader } from '$lib/deck-import/blob-reader.ts';
import type { ImportEnvironment, MediaKeeper } from '$lib/deck-import/import-environment.ts';
import type { ImportedCollection } from '$lib/deck-import/imported.ts';
import type { ImportWatch } from '$lib/deck-import/import-watch.ts';
import { DbError } from '$lib/db/db-error.ts';
import type { WriteMoment } from '$lib/db/write-moment.ts';
import { StudyDays } from '$lib/deck-import/history/study-days.ts';
import type { ExistingState } from '$lib/deck-import/judge/existing-state.ts';
import type { ImportPlan } from '$lib/deck-import/judge/import-plan.ts';
import { judgeImport } from '$lib/deck-import/judge/judge-import.ts';
import { readDeckFile, type DeckFile, type TextReading } from '$lib/deck-import/read-deck-file.ts';
import {
	summarize,
	viewTable,
	type ImportSummary,
} from '$lib/deck-import/summary/import-summary.ts';
import { mappingBy } from '$lib/deck-import/text/column-roles.ts';
import { tableCollection } from '$lib/deck-import/text/table-collection.ts';
import { DEFAULT_PRESET } from '$lib/scheduler/default-preset.ts';
import type { Zone } from '$lib/scheduler/study-day.ts';
import type { ImportChoices } from './import-message.ts';

/** What the task needs of the database. */
export interface ImportStore {
	existing: () => Promise<ExistingState>;
	/** Where the media of a reading go; those of the reading before are dropped. */
	beginMedia: () => Promise<MediaKeeper>;
	/** Those that still wait are stored then. */
	endMedia: () => Promise<void>;
	/** @returns where the cards that came are studied */
	write: (
		plan: ImportPlan,
		options: { daily: boolean; moment: WriteMoment; watch: ImportWatch },
	) => Promise<string[]>;
}

/** What came in. */
export interface Applied {
	summary: ImportSummary;
	/** Ids of the root decks that hold it. */
	roots: string[];
}

export interface TaskOptions {
	file: Blob;
	name: string;
	zone: Zone;
	store: ImportStore;
	environment: Omit<ImportEnvironment, 'keepMedia' | 'zone'>;
}

export interface Judged {
	summary: ImportSummary;
	/** As they hold now, with what the file itself says where the person has said nothing. */
	choices: ImportChoices;
}

export class ImportTask {
	#options: TaskOptions;
	#read: { file: DeckFile; as: string } | undefined;
	#existing: ExistingState | undefined;

	constructor(options: TaskOptions) {
		this.#options = options;
	}

	/** What would happen by these choices; nothing is written. @throws ImportError, DbError */
	async judge(choices: ImportChoices): Promise<Judged> {
		const { summary, choices: said } = await this.#plan(choices);
		return { summary, choices: said };
	}

	/** Judges anew against what is there now, and writes it all or nothing. @throws ImportError, DbError */
	async apply(choices: ImportChoices, moment: WriteMoment): Promise<Applied> {
		const { watch } = this.#options.environment;
		for (let tries = 1; ; tries += 1) {
			this.#existing = undefined;
			const { plan, summary } = await this.#plan(choices);
			watch({ stage: 'write', done: 0, total: 0 });
			try {
				const { daily } = choices;
				const roots = await this.#options.store.write(plan, { daily, moment, watch });
				return { summary, roots };
			} catch (problem) {
				// Another tab has written between the judging and the writing.
				if (!(problem instanceof DbError && problem.kind === 'moved-on') || tries > 2)
					throw problem;
			}
		}
	}

	async #plan(choices: ImportChoices): Promise<Judged & { plan: ImportPlan }> {
		const { store, zone, environment } = this.#options;
		const { now, watch } = environment;
		const file = await this.#file(choices);
		const { collection, table } = this.#collection(file, choices);
		this.#existing ??= await store.existing();
		const plan = judgeImport(collection, this.#existing, {
			...{ scheduling: choices.scheduling, now, watch, days: new StudyDays(zone) },
			...{ weights: DEFAULT_PRESET.weights, retention: DEFAULT_PRESET.desiredRetention },
		});
		const summary = summarize(collection, plan, this.#existing, table);
		const { deck } = summary;
		const said: ImportChoices = { ...choices, ...(deck === undefined ? {} : { deck }) };
		if (table) {
			const { encoding, separator, headed, html, noteType, roles } = table;
			said.table = { encoding, separator, headed, html, noteType, roles };
		}
		return { plan, summary, choices: said };
	}

	/** Read again only where a choice changes what the bytes mean. */
	async #file({ media, table }: ImportChoices): Promise<DeckFile> {
		const said: TextReading = table
			? { table: true, encoding: table.encoding, separator: table.separator, headed: table.headed }
			: {};
		const as = JSON.stringify([said, media]);
		const before = this.#read;
		if (before && (before.as === as || (before.file.kind === 'table' && !table))) {
			return before.file;
		}
		const { file: blob, name, zone, store, environment } = this.#options;
		const kept = await store.beginMedia();
		const keepMedia = media ? kept : () => {};
		const file = await readDeckFile(
			...([name, new BlobReader(blob), { ...environment, zone, keepMedia }, said] as const),
		);
		await store.endMedia();
		const asRead =
			file.kind === 'table' && !table
				? [{ table: true, encoding: file.encoding, ...readingOf(file) }, media]
				: [said, media];
		this.#read = { file, as: JSON.stringify(asRead) };
		return file;
	}

	#collection(file: DeckFile, choices: ImportChoices) {
		if (file.kind === 'collection') {
			const whole = named(file.collection, choices.deck);
			return { collection: choices.media ? whole : { ...whole, media: [] }, table: undefined };
		}
		const { table, deck } = choices;
		const { names, columns } = file.table;
		const mapping = { ...file.mapping, ...(deck ? { deck } : {}) };
		if (table) Object.assign(mapping, { html: table.html, noteType: table.noteType });
		const known = table && table.roles.length === columns;
		const chosen = { ...file, mapping: known ? mappingBy(mapping, table.roles, names) : mapping };
		return { collection: tableCollection(chosen.table, chosen.mapping), table: viewTable(chosen) };
	}
}

function readingOf({ table: { separator, headed } }: DeckFile & { kind: 'table' }) {
	return { separator, headed };
}

/** The collection with its one deck called otherwise. */
function named(collection: ImportedCollection, deck: string | undefined): ImportedCollection {
	const path = deck
		?.split('::')
		.map((part) => part.trim())
		.filter((part) => part !== '');
	const [only] = collection.decks;
	if (!path?.length || !only || collection.decks.length > 1) return collection;
	return { ...collection, decks: [{ ...only, path }] };
}
