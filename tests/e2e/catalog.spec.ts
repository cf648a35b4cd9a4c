import { index, patternBeginningWith } from '../support/catalog.ts';
import { expect, test } from '../support/journey.ts';
import { Session } from '../support/session.ts';

const named = (id: string) => {
	const pattern = index.patterns.find((each) => each.id === id);
	if (!pattern) throw new Error(`the catalog has no ${id}`);
	return pattern;
};

test('the search forgives typos and knows other names', async ({ page }) => {
	await page.goto('/catalog');
	const search = page.getByRole('searchbox');
	const rows = page.getByRole('region', { name: 'Catalog list' }).getByRole('link');
	for (const [typed, id] of [
		['idempotncy key', 'idempotency-key'],
		['consistant hashing', 'consistent-hashing'],
		['circut braker', 'circuit-breaker'],
	] as const) {
		await search.fill(typed);
		await expect(rows.filter({ hasText: named(id).name }).first()).toBeVisible();
		await expect(page.getByRole('button', { name: 'Show all' })).toBeVisible();
	}
	// A view can be kept and shared.
	await expect(page).toHaveURL(/circut/);
	await page.reload();
	await expect(search).toHaveValue('circut braker');
	await search.fill('qqqzzzxxx');
	await expect(
		page
			.getByRole('status')
			.filter({ hasText: /no|nothing|0/i })
			.first(),
	).toBeVisible();
});

test('the palette reaches any pattern and screen from any place, by keyboard', async ({ page }) => {
	await page.goto('/settings');
	await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
	await page.keyboard.press('Control+k');
	const palette = page.getByRole('dialog', { name: 'Search' });
	await expect(palette.getByRole('combobox')).toBeFocused();
	await page.keyboard.type('consistant hash');
	await expect(palette.getByRole('option').first()).toContainText(named('consistent-hashing').name);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		named('consistent-hashing').name,
	);
	await page.keyboard.press('Control+k');
	await page.keyboard.type('help');
	await expect(palette.getByRole('option').first()).toContainText('Help');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Help');
	await page.keyboard.press('Control+k');
	await page.keyboard.press('Escape');
	await expect(palette).toBeHidden();
});

test('a pattern’s cards can be studied now, and its page shows what is remembered', async ({
	page,
}) => {
	const pattern = patternBeginningWith('recall');
	await page.goto(`/catalog/${pattern.id}`);
	await page.getByRole('link', { name: 'Study these now' }).click();
	const session = new Session(page);
	await expect(session.reveal).toBeVisible();
	await expect(page.locator('[data-done]')).toContainText(`${pattern.cards.length} new`);
	await session.answerByKey('Easy');
	await page.keyboard.press('Escape');
	await expect(page).toHaveURL(new RegExp(`/catalog/${pattern.id}$`));
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(pattern.name);
	await expect(page.getByText(new RegExp(`1 of ${pattern.cards.length}`)).first()).toBeVisible();

	const toggle = page.getByRole('button', { name: 'Answer', exact: true }).first();
	await expect(toggle).toHaveAttribute('aria-expanded', 'false');
	await toggle.click();
	await expect(toggle).toHaveAttribute('aria-expanded', 'true');
});

test('a diagram can be enlarged, zoomed and closed by keyboard', async ({ page }) => {
	await page.goto('/catalog/consistent-hashing');
	const enlarge = page.getByRole('button', { name: /^Enlarge/ }).first();
	await enlarge.focus();
	await page.keyboard.press('Enter');
	const viewer = page.getByRole('dialog', { name: 'Diagram, enlarged' });
	await expect(viewer).toBeVisible();
	await expect(viewer.getByText(/^100\s?%/)).toBeVisible();
	await page.keyboard.press('+');
	await expect(viewer.getByText(/^125\s?%/)).toBeVisible();
	await page.keyboard.press('0');
	await expect(viewer.getByText(/^100\s?%/)).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(viewer).toBeHidden();
	await expect(enlarge).toBeFocused();
});

test('flagged and suspended cards are found again, and brought back', async ({ page }) => {
	const session = new Session(page);
	await session.begin();
	await page.keyboard.press('f');
	await session.answerByKey('Easy');
	const question = await session.questionText();
	await page.keyboard.press('s');
	await expect(session.message(/^Suspended/)).toBeVisible();
	await page.goto('/marked');
	await expect(page.getByRole('heading', { name: 'Flagged' })).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Suspended' })).toBeVisible();
	await expect(page.getByText(question.split('\n')[0]?.slice(0, 30) ?? '').first()).toBeVisible();
	await page.getByRole('button', { name: /^Bring back/ }).click();
	await expect(page.getByRole('heading', { name: 'Suspended' })).toBeHidden();
	await session.open();
	await expect.poll(() => session.questionText()).toBe(question);
});

test('a comparison is found, read, studied, and leads to its patterns and back', async ({
	page,
}) => {
	const comparison = index.comparisons?.find(({ id }) => id === 'client-push');
	if (!comparison) throw new Error('the catalog compares no ways to push');
	await page.goto('/catalog?by=comparison');
	const list = page.getByRole('region', { name: 'Catalog list' });
	await page.getByRole('searchbox').fill('polling websockets');
	await list.getByRole('link', { name: comparison.name }).click();
	const heading = page.getByRole('heading', { level: 1 });
	await expect(heading).toHaveText(comparison.name);
	const table = page.getByRole('table', { name: comparison.name });
	await expect(table.getByRole('row')).toHaveCount(comparison.patterns.length + 1);
	await expect(page.getByRole('heading', { name: 'How to decide' })).toBeVisible();

	await page.getByRole('link', { name: 'Study these now' }).click();
	const session = new Session(page);
	await expect(page.locator('[data-done]')).toContainText(`${comparison.cards.length} new`);
	await session.answerByKey('Easy');
	await page.keyboard.press('Escape');
	await expect(heading).toHaveText(comparison.name);
	const started = new RegExp(`1 of ${comparison.cards.length}`);
	await expect(page.getByText(started).first()).toBeVisible();

	await table.getByRole('link', { name: named('sse').name }).click();
	await expect(heading).toHaveText(named('sse').name);
	await page.locator('article.page').getByRole('link', { name: comparison.name }).click();
	await expect(heading).toHaveText(comparison.name);

	await page.keyboard.press('Control+k');
	const palette = page.getByRole('dialog', { name: 'Search' });
	// The first time its file is loaded; what is typed before goes nowhere.
	await expect(palette.getByRole('combobox')).toBeFocused();
	await page.keyboard.type('saga vs tcc');
	await palette.getByRole('option', { name: /Transactions across services/ }).click();
	await expect(heading).toHaveText('Transactions across services');
});

test('a challenge leads to a pattern, and the way back to the challenge', async ({ page }) => {
	await page.goto('/catalog');
	await page.getByRole('link', { name: 'Reads outgrow one database' }).click();
	const list = page.getByRole('region', { name: 'Catalog list' });
	// Until the list is narrowed all its headings are there.
	await expect(list.getByRole('heading', { level: 2 }).first()).toHaveText(
		/^Reads outgrow one database/,
	);
	await expect(list.getByRole('heading', { level: 2 })).toHaveCount(1);
	await expect(page.getByRole('combobox', { name: 'Grouped by' })).toHaveValue('challenge');
	await list
		.getByRole('link', { name: named('read-replicas').name })
		.first()
		.click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(named('read-replicas').name);
	await page.goBack();
	await expect(page).toHaveURL(/group=challenge&in=reads-outgrow-one-database/);
	await page.getByRole('combobox', { name: 'Grouped by' }).selectOption('layer');
	await expect(list.getByRole('heading', { level: 2 }).first()).toHaveText(/^Client/);
	await page.getByRole('combobox', { name: 'Grouped by' }).selectOption('');
	await expect(list.getByRole('heading', { level: 2 }).first()).toHaveText(
		new RegExp(`^${index.categories[0]?.name}`),
	);
});

test('every link of every pattern leads to a pattern that is there', async ({ page }) => {
	test.setTimeout(120_000);
	await page.goto('/catalog');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	const known = new Set([
		...index.patterns.map(({ id }) => `/catalog/${id}`),
		...(index.comparisons ?? []).map(({ id }) => `/catalog/compare/${id}`),
	]);
	for (const { id, name } of index.patterns) {
		await page
			.getByRole('region', { name: 'Catalog list' })
			.locator(`a[href$="/catalog/${id}"]`)
			.click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
		await expect(page.getByRole('heading', { name: 'Sources' })).toBeVisible();
		const links = await page
			.locator('article.page a[href^="/catalog/"]')
			.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname));
		expect(
			links.filter((path) => !known.has(path) && !path.startsWith('/catalog/paths/')),
			id,
		).toEqual([]);
	}
});
