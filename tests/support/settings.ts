/** Changes settings as a person does, and waits until the change is stored. */
import { expect, type Page } from '@playwright/test';
import { tables } from './stored.ts';

async function settings(page: Page): Promise<string> {
	const records = (await tables(page, ['records']))['records'] as { kind: string }[];
	return JSON.stringify(records.filter(({ kind }) => kind === 'setting'));
}

/** Presses the switch of this name on the settings screen. */
export async function flip(page: Page, name: string): Promise<void> {
	const toggle = page.getByRole('switch', { name });
	await expect(toggle).toBeVisible();
	const before = await settings(page);
	await toggle.click();
	await expect.poll(() => settings(page)).not.toBe(before);
}
