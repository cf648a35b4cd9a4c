import { describe, expect, it } from 'vitest';
import { canonicalDump } from '../../../tests/support/canonical-dump.ts';
import { NOON, openReady } from '../../../tests/support/student.ts';
import { readInstall } from '$lib/db/install.ts';
import { startImporter, type Importer } from './importer.ts';
import type { FromImporter, ImportChoices } from './import-message.ts';

const CHOICES: ImportChoices = { scheduling: true, media: true, daily: true };
const moment = (dev: string) => ({ t: NOON, day: Math.floor(NOON / 86_400_000), dev });

async function opened() {
	const db = await openReady();
	return { db, dev: (await readInstall(db))! };
}

/** An importer of a text, and what it says, one after the other. */
function importerOf(db: { name: string }, dev: string, file: File, patience?: number) {
	const said: FromImporter[] = [];
	let wake = () => {};
	const importer: Importer = startImporter(
		{
			...{ database: db.name, id: crypto.randomUUID(), source: { file, name: file.name } },
			...{ zone: { timeZone: 'UTC', rolloverHour: 4 }, moment: moment(dev), choices: CHOICES },
		},
		(message) => {
			if (message.what === 'progress' || message.what === 'alive') return;
			said.push(message);
			wake();
		},
		patience,
	);
	const next = async (): Promise<FromImporter> => {
		while (said.length === 0) await new Promise<void>((resolve) => (wake = resolve));
		return said.shift()!;
	};
	return { importer, next };
}

describe('the importer', () => {
	it('judges as often as the choices change, writes once, and finds all of it here then', async () => {
		const { db, dev } = await opened();
		const file = new File(['front,back\na,b\nc,d'], 'Deck.csv');
		const { importer, next } = importerOf(db, dev, file);
		const first = await next();
		if (first.what !== 'judged') throw new Error(JSON.stringify(first));
		expect(first.summary).toMatchObject({ format: 'text', deck: 'Deck', deckCount: 1 });
		expect(first.summary.report.cards.added).toBe(2);
		const { table } = first.choices;
		const before = await canonicalDump(db);

		importer.judge({ ...first.choices, deck: 'A::B', table: { ...table!, headed: false } });
		const second = await next();
		if (second.what !== 'judged') throw new Error(JSON.stringify(second));
		expect(second.summary.report.cards.added).toBe(3);
		expect(second.summary.decks.map(({ path }) => path)).toEqual(['A', 'A::B']);
		expect(await canonicalDump(db)).toBe(before);

		importer.apply(second.choices, moment(dev));
		const applied = await next();
		if (applied.what !== 'applied') throw new Error(JSON.stringify(applied));
		expect(applied.roots).toHaveLength(1);
		expect(await db.cards.count()).toBe(3);

		importer.judge(second.choices);
		importer.end();
		const again = importerOf(db, dev, file);
		const third = await again.next();
		again.importer.end();
		expect(third).toMatchObject({ summary: { report: { notes: { unchanged: 2 } } } });
		db.close();
	});

	it('says in words what cannot be read', async () => {
		const { db, dev } = await opened();
		const { importer, next } = importerOf(db, dev, new File(['%PDF'], 'x.apkg'));
		expect(await next()).toMatchObject({
			...{ what: 'failed', failure: { what: 'The file is a PDF.' } },
		});
		importer.end();
		db.close();
	});

	it('ends a reading that stands still', async () => {
		const { db, dev } = await opened();
		const { next } = importerOf(db, dev, new File(['a,b'], 'x.csv'), 0);
		expect(await next()).toMatchObject({
			failure: { what: 'Reading the file stood still for a minute and was stopped.' },
		});
		db.close();
	});
});
