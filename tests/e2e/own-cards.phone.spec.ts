import { test } from '../support/journey.ts';
import { studyOwnCards } from '../support/study-own-cards.ts';

test('cards of an import are studied on a phone in the dark', async ({ page }) => {
	await page.emulateMedia({ colorScheme: 'dark' });
	await studyOwnCards(page, true);
});
