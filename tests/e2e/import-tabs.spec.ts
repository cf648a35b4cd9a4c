import { buildAnkiPackage, PIXEL } from '../support/build-anki-package.ts';
import { brought, largeDeck, studiedDeck } from '../support/import-files.ts';
import { Importing } from '../support/importing.ts';
import { expect, test } from '../support/journey.ts';
import { Session } from '../support/session.ts';
import { contradictions, stored, tables } from '../support/stored.ts';

test('while one tab imports another goes on, loses no answer, and sees the decks', async ({
	page,
	context,
}) => {
	const session = new Session(page);
	await session.begin();
	const decks = await context.newPage();
	await decks.goto('/decks');
	await expect(decks.getByRole('heading', { level: 1, name: 'Decks' })).toBeVisible();
	const importing = new Importing(await context.newPage());
	await importing.open();
	const large = brought('Large.apkg', await largeDeck(4_000, 200));
	await importing.choose(large);

	let over = false;
	const taking = importing
		.previewOf(large.name)
		.then(() => importing.take())
		.then(() => (over = true));
	let answered = 0;
	await page.bringToFront();
	do {
		await session.answerByKey('Again');
		answered += 1;
	} while (!over && answered < 60);
	await taking;
	await session.answerByKey('Good');
	answered += 1;

	expect(answered).toBeGreaterThan(2);
	await session.expectDone(answered);
	const log = await stored(page);
	expect(log.reviews).toHaveLength(answered);
	expect(contradictions(log)).toEqual([]);
	expect(log.cards.filter(({ id }) => id.startsWith('note/'))).toHaveLength(4_000);
	// Without being asked to.
	await expect(decks.getByRole('link', { name: 'Study Design › Caching' })).toBeVisible();
	await page.goto('/settings#data');
	await page.getByRole('button', { name: 'Check the database' }).click();
	await expect(page.getByText('All is well: every card is as its history says.')).toBeVisible();
});

test('two tabs that import the same package at once bring it in once', async ({
	page,
	context,
}) => {
	await new Session(page).begin();
	const file = brought(
		'Both.apkg',
		await buildAnkiPackage(3, studiedDeck('Both'), { 'dot.png': PIXEL }),
	);
	const one = new Importing(page);
	const two = new Importing(await context.newPage());
	for (const importing of [one, two]) {
		await importing.open();
		await importing.choose(file);
		await importing.previewOf(file.name);
	}
	await Promise.all([one.take(), two.take()]);

	const all = await tables(page, ['cards', 'records', 'blocks', 'media']);
	const own = (all['cards'] as { id: string; reps: number }[]).filter(({ id }) =>
		id.startsWith('note/'),
	);
	expect(own.map(({ reps }) => reps).sort()).toEqual([0, 2]);
	expect([all['blocks']?.length, all['media']?.length]).toEqual([1, 1]);
	const kinds = (all['records'] as { kind: string }[]).map(({ kind }) => kind);
	expect(kinds.filter((kind) => kind === 'note')).toHaveLength(2);

	// Whichever came first brought it; taking the other back takes nothing away.
	await two.button('Undo').click();
	await expect(two.heading('Undone')).toBeVisible();
	await one.button('Undo').click();
	await expect(one.heading('Undone')).toBeVisible();
	const left = (await stored(page)).cards.filter(({ id }) => id.startsWith('note/'));
	expect(left).toEqual([]);
});
