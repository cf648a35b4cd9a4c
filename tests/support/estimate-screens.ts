/** The page of drills, drills in every state, and the calculator. */
import { expect } from '@playwright/test';
import { drills, Practice } from './practice.ts';
import { place, type Screen } from './screen.ts';

/** A drill whose number decides something, and one of several asks. */
const deciding = drills.find(({ asks }) => asks.length === 1 && asks[0]?.so_what);
const walk = drills.find(
	({ asks }) =>
		asks[0]?.expect === 'rate' &&
		asks[1]?.expect === 'rate' &&
		asks[1].formula.includes(asks[0].id),
);

/** From the page of drills through each state of one to the end of a quick set. */
export const DRILL_SCREENS: Screen[] = [
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

export const CALCULATOR_SCREENS: Screen[] = [
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
];
