/** Every screen of the app in every state that looks different, in an order in which one leads to the next. */
import { expect, type Page } from '@playwright/test';
import { cards, index, patternWith } from './catalog.ts';
import { MOCK_RESULT_SCREENS } from './mock-result-screens.ts';
import { MOCK_SCREENS } from './mock-screens.ts';
import { drills, Practice } from './practice.ts';
import { Session } from './session.ts';
import { flip } from './settings.ts';
import { STATISTICS_SCREENS } from './statistics-screens.ts';
import type { CardKind } from '../../src/lib/content/card.ts';
import { KIND_NAMES } from '../../src/lib/components/kind-names.ts';

export interface Screen {
	name: string;
	/** Brings a page that has been through the screens before this one there. */
	open: (page: Page) => Promise<void>;
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** A pattern with a long page: a diagram, and code or a table. */
const pattern = patternWith('diagram');

async function place(page: Page, address: string): Promise<void> {
	await page.goto(address);
	await expect(heading(page).first()).toBeVisible();
}

async function closeDialog(page: Page): Promise<void> {
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toBeHidden();
}

/** Both sides of a card of each kind. */
function cardScreens(kind: CardKind): Screen[] {
	const about = patternWith(kind);
	return [
		{
			name: `review, front of a ${kind} card`,
			open: async (page) => {
				const session = new Session(page);
				await session.open(`?pattern=${about.id}`);
				const label = session.card.getByText(KIND_NAMES[kind], { exact: true });
				for (let card = 0; card < about.cards.length && !(await label.isVisible()); card += 1) {
					// Burying is quicker than answering, and leaves the card as it was.
					const before = await session.questionText();
					await session.openMenu('Bury');
					await expect.poll(() => session.questionText()).not.toBe(before);
				}
				await expect(label).toBeVisible();
			},
		},
		{
			name: `review, back of a ${kind} card`,
			open: async (page) => {
				const session = new Session(page);
				await session.reveal.click();
				await expect(session.answer).toBeVisible();
			},
		},
	];
}

/** A drill whose number decides something, and one of several asks. */
const deciding = drills.find(({ asks }) => asks.length === 1 && asks[0]?.so_what);
const walk = drills.find(
	({ asks }) =>
		asks[0]?.expect === 'rate' &&
		asks[1]?.expect === 'rate' &&
		asks[1].formula.includes(asks[0].id),
);

/** From the page of drills through each state of one to the end of a quick set. */
const DRILL_SCREENS: Screen[] = [
	{
		name: 'estimate, nothing begun',
		open: async (page) => {
			await place(page, '/estimate');
			await page.locator('summary').first().click();
			await expect(page.getByRole('link', { name: /Start/ })).toBeVisible();
		},
	},
	{ name: 'drill, asking', open: (page) => new Practice(page).open(`?drill=${deciding?.id}`) },
	{
		name: 'drill, an entry that is not taken, and a pad',
		open: async (page) => {
			const practice = new Practice(page);
			await page.getByRole('textbox', { name: 'Line 1' }).fill('users = 5M users');
			await practice.answer.fill('5 × (');
			await practice.answer.press('Enter');
			await expect(practice.drill.getByRole('alert')).toBeVisible();
		},
	},
	{
		name: 'drill, verdict and decision',
		open: async (page) => {
			const practice = new Practice(page);
			await practice.give(await practice.answerTimes(6));
			await expect(page.getByRole('heading', { name: /^So what/ })).toBeVisible();
		},
	},
	{
		name: 'drill, decided and to be graded',
		open: async (page) => {
			const practice = new Practice(page);
			await page.getByRole('heading', { name: /^So what/ }).waitFor();
			await page.locator('article ol button').first().click();
			await expect(practice.grades).toBeVisible();
		},
	},
	{
		name: 'drill, follow-through',
		open: async (page) => {
			const practice = new Practice(page);
			await practice.open(`?drill=${walk?.id}`);
			await practice.give('90 billion/s');
			await page.getByRole('button', { name: /^(Next question|Skip this choice)/ }).click();
			await practice.give('70/s');
			await expect(page.getByRole('list', { name: 'Follow-through' })).toBeVisible();
			// A choice that the bar below cuts would count as too small.
			if (walk?.asks[1]?.so_what) await page.keyboard.press('a');
			await expect(page.locator('article ol button')).toHaveCount(0);
		},
	},
	{
		name: 'quick fire',
		open: async (page) => {
			await new Practice(page).open('?set=quick');
		},
	},
	{
		name: 'quick fire, an answer',
		open: async (page) => {
			const practice = new Practice(page);
			await practice.giveAll(2.5);
		},
	},
	{
		name: 'estimate, begun',
		open: async (page) => {
			const practice = new Practice(page);
			await practice.grade('Hard').click();
			await expect(practice.answer).toBeFocused();
			await place(page, '/estimate');
			await expect(page.getByRole('heading', { name: 'How you estimate' })).toBeVisible();
		},
	},
];

/** From the first visit to the end of a session; `page` is a fresh profile at any address of the app. */
export const SCREENS: Screen[] = [
	{
		name: 'welcome',
		open: async (page) => {
			await page.goto('/');
			await expect(page.getByRole('button', { name: 'Start with the first card' })).toBeVisible();
		},
	},
	{
		name: 'today with work',
		open: async (page) => {
			await page.getByRole('button', { name: 'Start with the first card' }).click();
			await expect(new Session(page).reveal).toBeVisible();
			await page.goto('/');
			await expect(page.getByRole('link', { name: 'Start review' })).toBeVisible();
		},
	},
	{ name: 'marked, empty', open: (page) => place(page, '/marked') },
	// In the order in which a session shows them: what is passed over on the way is buried.
	...(
		['recall', 'cloze', 'number', 'contrast', 'failure', 'choose', 'diagram', 'say'] as const
	).flatMap(cardScreens),
	{
		name: 'card menu',
		open: async (page) => {
			await page.getByRole('button', { name: 'More for this card' }).click();
			await expect(page.getByRole('dialog', { name: 'This card' })).toBeVisible();
		},
	},
	{
		name: 'card editor',
		open: async (page) => {
			await page.getByRole('dialog').getByRole('button', { name: /^Edit/ }).click();
			await expect(page.getByRole('region', { name: 'Preview' })).toBeVisible();
		},
	},
	{
		name: 'why this date, of a new card',
		open: async (page) => {
			await closeDialog(page);
			await new Session(page).openMenu('Why this date');
			await expect(page.getByRole('dialog', { name: 'Why this date?' })).toContainText(
				'Past answers',
			);
		},
	},
	{
		name: 'why this date, of an answered card',
		open: async (page) => {
			await closeDialog(page);
			const session = new Session(page);
			await session.grade('Again').click();
			await session.expectDone(1);
			await session.undo.click();
			await expect(session.message(/^Undone/)).toBeVisible();
			await page.reload();
			await session.reveal.click();
			await session.grade('Again').click();
			await session.expectDone(1);
			await expect(session.reveal).toBeVisible();
			await session.openMenu('Why this date');
			await expect(page.getByRole('dialog', { name: 'Why this date?' })).toContainText(
				'Past answers',
			);
		},
	},
	{
		name: 'keys',
		open: async (page) => {
			await closeDialog(page);
			await new Session(page).openMenu('Keys');
			await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
		},
	},
	{
		name: 'a message with something to do',
		open: async (page) => {
			await closeDialog(page);
			const session = new Session(page);
			await session.openMenu('Flag');
			await session.openMenu('Suspend');
			await expect(session.message(/^Suspended/)).toBeVisible();
		},
	},
	{
		name: 'review, an answer typed in',
		open: async (page) => {
			const about = index.patterns.findLast(({ id }) =>
				Object.entries(cards).some(
					([card, { answers }]) => card.startsWith(`${id}/`) && answers.length > 0,
				),
			);
			await place(page, '/settings');
			await flip(page, 'Type the answer');
			const session = new Session(page);
			await session.open(`?pattern=${about?.id}`);
			const field = page.getByRole('textbox', { name: 'Your answer' });
			for (let card = 0; card < 20 && !(await field.isVisible()); card += 1) {
				const before = await session.questionText();
				await session.openMenu('Bury');
				await expect.poll(() => session.questionText()).not.toBe(before);
			}
			await field.fill('something else');
			await session.reveal.click();
			await expect(page.getByText('Compared with yours')).toBeVisible();
		},
	},
	{
		name: 'session end',
		open: async (page) => {
			const done = page.getByRole('heading', { name: /^Done (for today|with)/ });
			const session = new Session(page);
			await expect(session.grades).toBeVisible();
			while (!(await done.isVisible())) {
				if (await session.reveal.isVisible()) await session.reveal.click();
				await session.grade('Easy').click();
				await expect(session.reveal.or(done)).toBeVisible();
			}
		},
	},
	{ name: 'today, begun', open: (page) => place(page, '/') },
	{ name: 'marked', open: (page) => place(page, '/marked') },
	{ name: 'catalog', open: (page) => place(page, '/catalog') },
	{
		name: 'catalog, searched',
		open: async (page) => {
			await page.getByRole('searchbox').fill('cach');
			await expect(page.getByRole('button', { name: 'Show all' })).toBeVisible();
		},
	},
	{
		name: 'catalog, problems',
		open: async (page) => {
			await page.getByRole('navigation', { name: 'Browse by' }).getByText('Problems').click();
			await expect(page.getByPlaceholder('What hurts?')).toBeVisible();
		},
	},
	{
		name: 'catalog, paths',
		open: async (page) => {
			await page.getByRole('navigation', { name: 'Browse by' }).getByText('Paths').click();
			await expect(page.getByRole('searchbox')).toBeHidden();
		},
	},
	{
		name: 'pattern',
		open: async (page) => {
			await place(page, `/catalog/${pattern.id}`);
			await expect(page.getByRole('heading', { name: 'Sources' })).toBeVisible();
			await page.getByRole('button', { name: 'Show all answers' }).click();
		},
	},
	{
		name: 'diagram, enlarged',
		open: async (page) => {
			await page
				.getByRole('button', { name: /^Enlarge/ })
				.first()
				.click();
			await expect(page.getByRole('dialog', { name: 'Diagram, enlarged' })).toBeVisible();
		},
	},
	{ name: 'pattern that is not there', open: (page) => place(page, '/catalog/cache-asid') },
	{ name: 'path', open: (page) => place(page, `/catalog/paths/${index.paths[0]?.id}`) },
	{ name: 'catalog, by challenge', open: (page) => place(page, '/catalog?group=challenge') },
	{ name: 'catalog, comparisons', open: (page) => place(page, '/catalog?by=comparison') },
	{ name: 'comparison', open: (page) => place(page, '/catalog/compare/client-push') },
	{
		name: 'comparison that is not there',
		open: (page) => place(page, '/catalog/compare/client'),
	},
	{
		name: 'palette',
		open: async (page) => {
			await page.keyboard.press('Control+k');
			await expect(page.getByRole('combobox', { name: /^Search/ })).toBeFocused();
			await page.keyboard.type('cach');
			await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
		},
	},
	{ name: 'mock', open: (page) => place(page, '/mock') },
	...MOCK_SCREENS,
	...DRILL_SCREENS,
	{ name: 'calculator', open: (page) => place(page, '/estimate/calculator') },
	{
		name: 'calculator, a doubt and a mistake',
		open: async (page) => {
			await page.getByRole('textbox', { name: 'Line 1' }).fill('x = 100 Mb/s');
			await page.keyboard.press('Enter');
			await page.keyboard.type('x × 5m');
			await expect(page.getByRole('button', { name: /minutes/ })).toBeVisible();
		},
	},
	{
		name: 'calculator, a reading with its doubts, and the tables',
		open: async (page) => {
			await page.getByRole('textbox', { name: 'Line 1' }).focus();
			await expect(page.getByRole('button', { name: /12.5 MB/ }).first()).toBeVisible();
			const tables = page.getByRole('button', { name: 'Tables', exact: true });
			if (await tables.isVisible()) await tables.click();
			await expect(page.getByText('Jeff Dean').locator('visible=true')).toBeVisible();
		},
	},
	{
		name: 'calculator, the list of units',
		open: async (page) => {
			await page.getByRole('button', { name: 'Units', exact: true }).click();
			await expect(page.getByRole('button', { name: 'lakh' })).toBeVisible();
		},
	},
	{ name: 'plan, without a date', open: (page) => place(page, '/plan') },
	{
		name: 'plan',
		open: async (page) => {
			const date = page.getByLabel('Interview date');
			await date.fill(new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10));
			await date.blur();
			await expect(page.getByText('recalled on the day')).toBeVisible();
			// Far more than the time allows, so that the plan also says what it leaves out.
			await page.getByLabel('The whole catalog').check();
			await expect(page.getByText(/^Not enough time/)).toBeVisible();
		},
	},
	...MOCK_RESULT_SCREENS,
	{ name: 'settings', open: (page) => place(page, '/settings') },
	{
		name: 'settings with a mistake',
		open: async (page) => {
			const field = page.getByRole('textbox', { name: 'Longest answer in seconds' });
			await field.fill('many');
			await field.press('Tab');
			await expect(page.locator('.problem').filter({ hasText: /./ }).first()).toBeVisible();
		},
	},
	{ name: 'help', open: (page) => place(page, '/help') },
	{ name: 'more', open: (page) => place(page, '/more') },
	...STATISTICS_SCREENS,
	{ name: 'an address that names nothing', open: (page) => place(page, '/no/such/place') },
	{
		name: 'trouble',
		open: async (page) => {
			await place(page, '/');
			await page.evaluate(() => void indexedDB.deleteDatabase('onsite'));
			await expect(heading(page)).toContainText('The browser has removed the data');
		},
	},
];

/** What the screens provoke on purpose. */
export const SCREENS_COMPLAIN = /Not found: \/no\/such\/place|404/;
