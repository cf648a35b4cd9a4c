import { test } from '../support/journey.ts';
import { studyOwnCards } from '../support/study-own-cards.ts';

test('cards of an import are studied, whatever they are made of', async ({ page }) => {
	await page.emulateMedia({ colorScheme: 'light' });
	await studyOwnCards(page, false);
});
