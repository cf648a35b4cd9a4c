import { expect, test } from '../support/journey.ts';
import { Session } from '../support/session.ts';
import { contradictions, stored } from '../support/stored.ts';

test('undo goes back to the first answer, also after a reload, and redo forth again', async ({
	page,
}) => {
	const session = new Session(page);
	await session.open();
	const questions: string[] = [];
	for (const grade of ['Good', 'Again', 'Easy', 'Hard'] as const) {
		questions.push(await session.questionText());
		await session.answerByKey(grade);
	}
	const after = await stored(page);
	expect(after.reviews).toHaveLength(4);

	await page.keyboard.press('u');
	await expect(session.message('Undone: Hard')).toBeVisible();
	await expect.poll(() => session.questionText()).toBe(questions[3]);
	await page.reload();
	for (const at of [2, 1, 0]) {
		await expect(session.reveal).toBeVisible();
		await session.undo.click();
		await expect.poll(() => session.questionText()).toBe(questions[at]);
	}
	expect((await stored(page)).reviews).toEqual([]);
	await page.keyboard.press('u');
	await expect(session.message('Nothing of today is left to undo.')).toBeVisible();
	const back = await stored(page);
	expect(back.touched).toEqual([]);
	expect(back.undone).toHaveLength(4);

	for (const name of ['Good', 'Again', 'Easy', 'Hard']) {
		await page.keyboard.press('r');
		await expect(session.message(`Done again: ${name}`)).toBeVisible();
	}
	const again = await stored(page);
	expect(again.reviews).toEqual(after.reviews);
	expect(again.touched).toEqual(after.touched);
	expect(contradictions(again)).toEqual([]);
});
