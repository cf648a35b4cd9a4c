/**
 * Everything to one file and back, the copies inside the browser, and the check of the database. The
 * work itself loads when first asked for: the first card needs none of it.
 */
import { newCardOrder } from '$lib/content/study-order.ts';
import { takeInLibrary } from '$lib/db/catalog-rows.ts';
import { answersInAll, studiedDays } from '$lib/db/counts.ts';
import { asDbError } from '$lib/db/db-error.ts';
import type { Finding } from '$lib/db/rebuild.ts';
import type { Restored } from '$lib/db/restore.ts';
import { readSettings } from '$lib/db/settings.ts';
import type { SnapshotInfo } from '$lib/db/snapshots.ts';
import { dateOfDay, startOfStudyDay } from '$lib/scheduler/study-day.ts';
import type { App } from './app.svelte.ts';
import { backupAge, type BackupAge } from './backup-due.ts';
import { holdBusy } from './busy.ts';
import { now, zoneOf } from './clock.ts';
import { Live } from './live.svelte.ts';

export type Job = 'save' | 'restore' | 'copies' | 'check' | 'repair';
export type Failure = { job: Job; what: string; safe: string; todo: string };

/** What takes longer says that it is under way. */
const SLOW_MS = 500;

export class Backup {
	/** What is under way; one thing at a time. */
	job = $state<Job>();
	/** It has been under way for over half a second. */
	slow = $state(false);
	failure = $state.raw<Failure>();
	restored = $state.raw<Restored>();
	/** Copies inside the browser, newest first; `undefined` until `listCopies`. */
	copies = $state.raw<SnapshotInfo[]>();
	/** What the last check found, and whether it was then mended. */
	checked = $state.raw<{ findings: Finding[]; mended: boolean }>();

	#app: App;
	#studied: Live<{ answers: number; firstDay: number | undefined }>;

	constructor(app: App) {
		this.#app = app;
		this.#studied = new Live(
			async () => {
				const [answers, days] = await Promise.all([answersInAll(app.db), studiedDays(app.db)]);
				return { answers, firstDay: days[0] };
			},
			(error) => app.toasts.problem(error.message),
		);
	}

	/** `undefined` until it is read. */
	get age(): BackupAge | undefined {
		const studied = this.#studied.value;
		if (!studied) return undefined;
		const { settings, today } = this.#app;
		const { answers, firstDay } = studied;
		const firstDayAt = startOfStudyDay(Math.min(firstDay ?? today, today), zoneOf(settings));
		return backupAge(settings.lastExternalBackup, answers, firstDayAt, now());
	}

	/** Everything to one file. Resolves to whether it left the browser. */
	async save(): Promise<boolean> {
		const saved = await this.#run('save', async () => {
			const [{ exportBackup }, { deliverFile }] = await Promise.all([
				import('$lib/db/backup.ts'),
				import('./deliver-file.ts'),
			]);
			const { db } = this.#app;
			const moment = this.#app.writeMoment();
			const reviews = await answersInAll(db);
			const file = await exportBackup(db, moment);
			const outcome = await deliverFile(file, `onsite-${dateOfDay(moment.day)}.onsite`);
			if (outcome === 'cancelled') return false;
			if (this.#app.readOnly) return true;
			return this.#app.changeSettings({ lastExternalBackup: { t: moment.t, reviews } });
		});
		if (saved) this.#app.toasts.show('Backup handed over. Keep it outside of this device.');
		return saved ?? false;
	}

	/** For screens that do not show `failure`: says it in a message. */
	async saveAndTell(): Promise<void> {
		if ((await this.save()) || !this.failure) return;
		const { what, safe, todo } = this.failure;
		this.#app.toasts.problem(`${what} ${safe} ${todo}`);
	}

	/** What was said of earlier acts no longer concerns the screen that opens. */
	forget(): void {
		this.failure = undefined;
		this.restored = undefined;
		this.checked = undefined;
	}

	/** Merges a backup file; on failure nothing has changed and `failure` says why. */
	async restore(file: Blob): Promise<boolean> {
		const { db } = this.#app;
		const done = await this.#merge(file, async (restored, known) => {
			// Of a device that knew nothing else, this file is the backup.
			if (known > 0) return;
			const reviews = await answersInAll(db);
			await this.#app.changeSettings({ lastExternalBackup: { t: restored.made, reviews } });
		});
		await this.listCopies();
		return done;
	}

	/** `after` is told what came, and how many answers were known before. */
	async #merge(
		file: Blob,
		after?: (restored: Restored, known: number) => Promise<void>,
	): Promise<boolean> {
		this.restored = undefined;
		this.restored = await this.#run('restore', async () => {
			this.#app.mustWrite();
			const { restoreBackup } = await import('$lib/db/restore.ts');
			const known = await answersInAll(this.#app.db);
			const moment = this.#app.writeMoment();
			const restored = await restoreBackup(this.#app.db, file, { mode: 'merge', moment });
			await this.#takeInRestored();
			await after?.(restored, known);
			return restored;
		});
		return this.restored !== undefined;
	}

	/** Cards of another release, other settings and another day may have come. */
	async #takeInRestored(): Promise<void> {
		const { db, library } = this.#app;
		const { path, theme } = await readSettings(db);
		const order = newCardOrder(library.index, library.path(path));
		await takeInLibrary(db, library.index, new Map(order.map((id, at) => [id, at])));
		// The catalog may be the same and the path another: its order holds from the next card on.
		await this.#app.reorder();
		this.#app.showTheme(theme);
		await this.#app.beginDay();
	}

	/** Reads the list; a failure stands in `failure` unless another one is already said. */
	async listCopies(): Promise<void> {
		const said = this.failure;
		const copies = await this.#run('copies', async () => {
			const { listSnapshots } = await import('$lib/db/snapshots.ts');
			return listSnapshots(this.#app.db.name);
		});
		if (copies) this.copies = copies;
		this.failure = said ?? this.failure;
	}

	async restoreCopy(id: number): Promise<boolean> {
		const file = await this.#run('copies', () => this.#readCopy(id));
		if (!file) return false;
		const done = await this.#merge(file);
		await this.listCopies();
		return done;
	}

	async saveCopy(id: number): Promise<void> {
		await this.#run('copies', async () => {
			const { deliverFile } = await import('./deliver-file.ts');
			const file = await this.#readCopy(id);
			const copy = this.copies?.find((each) => each.id === id);
			if (!file || !copy) return;
			const end = copy.type === 'application/json' ? 'json' : 'onsite';
			await deliverFile(file, `onsite-${dateOfDay(copy.day)}-${id}.${end}`);
		});
	}

	async #readCopy(id: number): Promise<Blob | undefined> {
		const { readSnapshot } = await import('$lib/db/snapshots.ts');
		return readSnapshot(this.#app.db.name, id);
	}

	async check(): Promise<void> {
		this.checked = undefined;
		const findings = await this.#run('check', async () => {
			const { checkDatabase } = await import('$lib/db/check.ts');
			return checkDatabase(this.#app.db, this.#app.library.index);
		});
		if (findings) this.checked = { findings, mended: false };
	}

	async repair(): Promise<void> {
		const findings = await this.#run('repair', async () => {
			this.#app.mustWrite();
			const [{ repairDatabase }, { takeInDrills }] = await Promise.all([
				import('$lib/db/check.ts'),
				import('./take-in-drills.ts'),
			]);
			const { db, library } = this.#app;
			const found = await repairDatabase(db, this.#app.writeMoment(), library.index);
			await this.#takeInRestored();
			await takeInDrills(this.#app);
			return found;
		});
		if (findings) this.checked = { findings, mended: true };
	}

	async #run<T>(job: Job, act: () => Promise<T>): Promise<T | undefined> {
		if (this.job) return undefined;
		this.job = job;
		this.failure = undefined;
		const timer = setTimeout(() => (this.slow = true), SLOW_MS);
		const release = holdBusy();
		try {
			return await act();
		} catch (problem) {
			const { what, safe, todo } = asDbError(problem);
			this.failure = { job, what, safe, todo };
			return undefined;
		} finally {
			clearTimeout(timer);
			release();
			this.slow = false;
			this.job = undefined;
		}
	}
}
