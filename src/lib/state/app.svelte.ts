/** The running app: opens what it needs in order, and hands it to the screens. */
import { createContext } from 'svelte';
import { newCardOrder } from '$lib/content/study-order.ts';
import { correctDay, unburyBefore } from '$lib/db/begin-day.ts';
import { CATALOG_DECK, positionNewCards, takeInLibrary } from '$lib/db/catalog-rows.ts';
import { asDbError, DbError } from '$lib/db/db-error.ts';
import { readPreset, writePreset } from '$lib/db/decks.ts';
import { openDatabase, type Opened } from '$lib/db/open.ts';
import type { OnsiteDb } from '$lib/db/schema.ts';
import { DEFAULT_SETTINGS, readSettings, writeSettings, type Settings } from '$lib/db/settings.ts';
import { hasSpilled } from '$lib/db/spill.ts';
import { readStart } from '$lib/db/start-read.ts';
import type { WriteMoment } from '$lib/db/write-moment.ts';
import { DEFAULT_PRESET } from '$lib/scheduler/default-preset.ts';
import type { Preset } from '$lib/scheduler/preset.ts';
import { clockDoubt, momentAt, type ClockDoubt, type Moment } from '$lib/scheduler/study-day.ts';
import { Backup } from './backup.svelte.ts';
import { newId, now, zoneOf } from './clock.ts';
import { installMarker, spillStorage } from './device-storage.ts';
import { IncomingFiles } from './incoming-files.svelte.ts';
import { Install } from './install.svelte.ts';
import { Library, LibraryError } from './library.svelte.ts';
import { Live } from './live.svelte.ts';
import { StorageState } from './storage-state.svelte.ts';
import { applyTheme, type Theme } from './theme.ts';
import { Toasts } from './toasts.svelte.ts';
import { Updates } from './updates.svelte.ts';

/** Days of history that stay as rows before they are packed. */
const RECENT_DAYS = 30;
const DATABASE = 'onsite';

export type Trouble = { what: string; safe: string; todo: string; kind: string };

export class App {
	readonly toasts = new Toasts();
	readonly updates = new Updates();
	readonly library = new Library();
	readonly backup = new Backup(this);
	readonly install = new Install();
	readonly storage = new StorageState();
	readonly incoming = new IncomingFiles();

	phase = $state<'starting' | 'ready' | 'failed'>('starting');
	/** Why the app cannot go on, or goes on only reading. */
	trouble = $state.raw<Trouble>();
	readOnly = $state(false);
	/** The palette is open. */
	searching = $state(false);
	/** The clock says a day that cannot be believed unasked: nothing is written until the person has said. */
	doubt = $state.raw<ClockDoubt | null>(null);
	/** Study day now; changes while the app stays open. */
	today = $state(0);

	#db: OnsiteDb | undefined;
	#dev = '';
	#latestDay = -Infinity;
	/** From `settle` on; until then what was read or written last holds. */
	#settings = $state.raw<Live<Settings>>();
	#preset = $state.raw<Live<Preset>>();
	#firstSettings = $state.raw<Settings>(DEFAULT_SETTINGS);
	#firstPreset = $state.raw<Preset>(DEFAULT_PRESET);
	#stopFollowing = () => {};
	#stopWatching = () => {};
	#stopCopying = () => {};

	/** @throws Error before the app is ready */
	get db(): OnsiteDb {
		if (!this.#db) throw new Error('The database is read before it is open.');
		return this.#db;
	}

	get settings(): Settings {
		return this.#settings?.value ?? this.#firstSettings;
	}

	get preset(): Preset {
		return this.#preset?.value ?? this.#firstPreset;
	}

	/** Now, in the person's own days. */
	moment(): Moment {
		return momentAt(now(), zoneOf(this.settings), this.#latestDay);
	}

	/** What every write is stamped with. */
	writeMoment(): WriteMoment {
		const { t, day } = this.moment();
		return { t, day, dev: this.#dev };
	}

	/** Opens everything; never throws: what went wrong stands in `trouble`. */
	async start(options: { beginAnew?: boolean } = {}): Promise<void> {
		this.phase = 'starting';
		this.trouble = undefined;
		// What an earlier try has opened would stand in the way of an upgrade in another tab.
		this.#stopWatching();
		this.#stopCopying();
		this.#settings = this.#preset = undefined;
		this.#db?.close();
		const loading = this.library.load();
		// Told further down, once it is known whether the database opens at all.
		loading.catch(() => {});
		try {
			const opened = await openDatabase({
				...{ name: DATABASE, now, newId, installMarker },
				onTrouble: (error) => this.fail(error),
				momentOf: (dev) => ({ ...momentAt(now(), zoneOf(DEFAULT_SETTINGS)), dev }),
				...options,
			});
			if (!this.#take(opened)) return;
			const reading = readStart(this.db, CATALOG_DECK);
			reading.catch(() => {});
			await loading;
			const { today, library, settings, preset } = await reading;
			this.#latestDay = today;
			this.#firstSettings = settings;
			this.#firstPreset = preset;
			this.showTheme(settings.theme);
			this.doubt = this.#doubtNow();
			this.today = this.moment().day;
			const begun = today === this.today && library === this.library.index.version;
			if (!this.readOnly && !this.doubt && (!begun || hasSpilled(spillStorage))) {
				await this.#beginOrTell();
			}
			this.phase = 'ready';
			if (opened.state === 'ready' && opened.back) {
				const { broughtBackWords } = await import('./brought-back.ts');
				this.toasts.problem(broughtBackWords(opened.back));
			}
		} catch (problem) {
			this.fail(problem);
		}
	}

	/** Without room nothing can be begun, but what there is can be looked at and taken out. */
	async #beginOrTell(): Promise<void> {
		try {
			await this.#begin();
		} catch (problem) {
			const error = asDbError(problem);
			if (error.kind !== 'storage-full' || this.#latestDay === 0) throw error;
			this.#report(error);
		}
	}

	async #begin(): Promise<void> {
		await this.beginDay();
		const { index, paths } = this.library;
		// Before the first choice the one that the first run suggests: taken, it costs no second writing.
		const path = this.settings.firstRunDone ? undefined : paths[0];
		const order = newCardOrder(index, this.library.path(this.settings.path) ?? path);
		await takeInLibrary(this.db, index, new Map(order.map((id, at) => [id, at])));
		await this.#saveSpilled();
	}

	/** Watches settings and options for as long as the app runs: much reads them outside of any screen. */
	#keepCurrent(): void {
		this.#stopWatching();
		this.#settings = new Live(() => readSettings(this.db), this.#report);
		this.#preset = new Live(() => readPreset(this.db, CATALOG_DECK), this.#report);
		this.#stopWatching = $effect.root(() => {
			$effect(() => void [this.#settings?.value, this.#preset?.value]);
		});
	}

	#doubtNow(): ClockDoubt | null {
		// Where nothing is written, nothing can be dated wrongly.
		if (this.readOnly || this.#latestDay <= 0) return null;
		return clockDoubt(now(), zoneOf(this.settings), this.#latestDay);
	}

	/**
	 * Whether the clock has jumped so far that no answer can be dated before the person was asked; if
	 * so, the question stands from now on.
	 */
	asksForClock(): boolean {
		this.doubt ??= this.#doubtNow();
		return this.doubt !== null;
	}

	/** The person says that the clock is right. */
	async trustClock(): Promise<void> {
		this.#latestDay = -Infinity;
		const { day } = this.moment();
		const done = await this.attempt(async () => {
			await correctDay(this.db, day);
			await this.#begin();
		});
		if (done) this.doubt = null;
	}

	#take(opened: Opened): boolean {
		if (opened.state === 'ready' || opened.state === 'read-only') {
			this.#db = opened.db;
			this.#dev = opened.dev;
			this.readOnly = opened.state === 'read-only';
			if (opened.state === 'read-only') this.trouble = opened.error;
			return true;
		}
		this.fail(opened.error);
		return false;
	}

	async #saveSpilled(): Promise<void> {
		if (!hasSpilled(spillStorage)) return;
		const { replaySpilled } = await import('$lib/db/replay-spilled.ts');
		const saved = await replaySpilled(this.db, spillStorage);
		if (saved > 0) this.toasts.show('What you had answered is saved now.');
	}

	/** Ends what belongs to yesterday: burials, undo. Call when the day may have changed. */
	async beginDay(): Promise<void> {
		this.#latestDay = await unburyBefore(this.db, this.moment().day);
		this.today = this.moment().day;
	}

	/** The app stays open over night, or wakes in another zone. */
	async dayMayHaveChanged(): Promise<void> {
		if (this.readOnly || this.doubt || this.moment().day === this.today) return;
		if (this.asksForClock()) return;
		if (await this.attempt(() => this.beginDay())) await this.#foresee();
	}

	/** What the day will hold is kept before it is answered. Without a word where it fails: nothing rests on it. */
	async #foresee(): Promise<void> {
		if (!this.settings.firstRunDone) return;
		const { keepTodayForecast } = await import('./keep-forecast.ts');
		const planned = async () =>
			this.settings.interviewDate === null
				? undefined
				: (await import('./planned-today.svelte.ts')).readPlannedToday(this);
		const moments = [this.moment(), this.writeMoment()] as const;
		await keepTodayForecast(this.db, ...moments, planned).catch(() => {});
	}

	/** What is written from now on is kept beside the database too. */
	async #copyBeside(): Promise<void> {
		const { keepSpareCopy } = await import('./spare-copy.ts');
		this.#stopCopying();
		this.#stopCopying = keepSpareCopy(this.db, () => this.writeMoment());
	}

	/** What need not hold up the first card: the worker, a copy of the data, packing of old history. */
	async settle(): Promise<void> {
		// As it was at the start: the welcome may be over before what follows has its turn.
		const { firstRunDone } = this.settings;
		if (this.phase === 'ready') this.#keepCurrent();
		if (this.phase === 'ready' && !this.readOnly) await this.#copyBeside();
		if (this.phase === 'ready' && !this.readOnly && !this.doubt) await this.#foresee();
		await this.updates.start();
		if (this.phase !== 'ready' || this.readOnly) return;
		try {
			const [{ takeDailyCopy }, { sealHistory }] = await Promise.all([
				import('./daily-copy.ts'),
				import('$lib/db/history.ts'),
			]);
			// In the first session there is nearly nothing to copy yet, and a worker would be loaded beside the first card.
			await takeDailyCopy(this.db, this.writeMoment(), { beside: firstRunDone });
			await sealHistory(this.db, this.today - RECENT_DAYS);
			// This too; Estimate takes drills in itself.
			if (!firstRunDone) return;
			const [{ takeInDrills }, { clearImportLeftovers }] = await Promise.all([
				import('./take-in-drills.ts'),
				import('./import-leftovers.ts'),
			]);
			await takeInDrills(this);
			await clearImportLeftovers(this, now());
		} catch (problem) {
			// Nothing of the person's is at stake: the next start tries again.
			const { kind, message } = asDbError(problem);
			if (kind === 'storage-full') this.toasts.problem(message);
		}
	}

	/** Shows a theme in this tab; the one before no longer follows the system. */
	showTheme(theme: Theme): void {
		this.#stopFollowing();
		this.#stopFollowing = applyTheme(theme);
	}

	/** Resolves to whether it was saved; a failure is said in words. */
	async changeSettings(values: Partial<Settings>): Promise<boolean> {
		return this.attempt(async () => {
			await writeSettings(this.db, values, this.writeMoment());
			this.#firstSettings = await readSettings(this.db);
			this.#settings?.take(this.#firstSettings);
			if (values.theme) this.showTheme(values.theme);
			if (values.path !== undefined || values.newDrills !== undefined) await this.reorder();
			if (values.timeZone !== undefined || values.rolloverHour !== undefined) await this.beginDay();
		});
	}

	/** As `changeSettings`. */
	async changePreset(values: Partial<Omit<Preset, 'id'>>): Promise<boolean> {
		return this.attempt(async () => {
			await writePreset(this.db, this.preset.id, values, this.writeMoment());
			this.#firstPreset = await readPreset(this.db, CATALOG_DECK);
			this.#preset?.take(this.#firstPreset);
		});
	}

	/** New cards in the order of the chosen path, drills among them where they are let in. @throws DbError */
	async reorder(): Promise<void> {
		const { path, newDrills } = await readSettings(this.db);
		const order = newCardOrder(this.library.index, this.library.path(path));
		await positionNewCards(this.db, CATALOG_DECK, order, { drills: newDrills === true });
	}

	/**
	 * Runs a write and says in words when it failed; resolves to whether it succeeded. Where the data may
	 * only be read it is not tried.
	 */
	async attempt(write: () => Promise<unknown>): Promise<boolean> {
		try {
			this.mustWrite();
			await write();
			return true;
		} catch (problem) {
			this.#report(asDbError(problem));
			return false;
		}
	}

	/** @throws DbError where the data may only be read */
	mustWrite(): void {
		if (this.readOnly) throw new DbError('newer-version');
	}

	/** Saves every row as it stands, where the app itself cannot go on. */
	async saveDump(): Promise<void> {
		try {
			const [{ dumpDatabase, dumpFile }, { deliverFile }] = await Promise.all([
				import('$lib/db/dump.ts'),
				import('./deliver-file.ts'),
			]);
			this.#db?.close();
			const dump = await dumpDatabase(DATABASE);
			if (!dump) return this.toasts.show('There are no data to save.');
			const outcome = await deliverFile(dumpFile(dump), 'onsite-data.json');
			if (outcome === 'delivered') this.toasts.show('A copy of your data is saved.');
		} catch (problem) {
			this.#report(asDbError(problem));
		}
	}

	#report = (error: DbError): void => {
		this.toasts.problem(error.message);
	};

	/** Stops the app with a reason in words. */
	fail(problem: unknown): void {
		if (problem instanceof LibraryError) {
			this.trouble = {
				kind: 'library',
				what: problem.message,
				safe: 'Your cards and history are on this device and untouched.',
				todo: 'Try again when you are online.',
			};
		} else this.trouble = asDbError(problem);
		this.phase = 'failed';
	}
}

export const [getApp, setApp] = createContext<App>();
