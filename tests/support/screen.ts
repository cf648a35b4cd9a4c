/** A state of the app that looks different, and the ways that several of them share. */
import { expect, type Page } from '@playwright/test';

export interface Screen {
	name: string;
	/** Brings a page that has been through the screens before this one there. */
	open: (page: Page) => Promise<void>;
}

export const heading = (page: Page) => page.getByRole('heading', { level: 1 });

export async function place(page: Page, address: string): Promise<void> {
	await page.goto(address);
	await expect(heading(page).first()).toBeVisible();
}

export async function closeDialog(page: Page): Promise<void> {
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toBeHidden();
}
