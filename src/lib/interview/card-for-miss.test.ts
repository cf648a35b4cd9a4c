import { describe, expect, it } from 'vitest';
import { shippedQuestion } from '../../../tests/support/question.ts';
import { cardForMiss } from './card-for-miss.ts';
import { sayMade } from './say-made.ts';

const question = shippedQuestion('url-shortener');
const card = (id: string, what = 'What was missed') =>
	cardForMiss(question, { id, what }, (estimate) => `${estimate} is 5`);

describe('a card for a miss', () => {
	it('answers with all that decides a line', () => {
		expect(card('r4').back).toMatch(/redirects is 5.*\n\n.*storage is 5/s);
		expect(card('r10').back).toContain('Insert only if the code is absent');
		expect(card('r16').back).toContain('600 million a day');
		expect(card('r8').front).toContain('What was missed');
	});

	it('answers a question that was not asked, and a box that was not drawn', () => {
		expect(card('q-life', 'How long do we keep a link?')).toEqual({
			front:
				'URL shortener: what does the design depend on when you ask “How long do we keep a link?”',
			back: 'Keep links for five years, unless the owner sets an earlier expiry.',
		});
		expect(card('link_store').back).toMatch(/^Link store: /);
		expect(card('d-code').back).toMatch(/^How are codes made\?/);
	});

	it('is never without an answer', () => {
		for (const { id } of question.rubric) expect(card(id).back.length).toBeGreaterThan(20);
		expect(card('nothing').back).toContain(question.tests);
	});
});

describe('what became of cards', () => {
	const none = { due: [], next: [], introduced: [], buried: [], suspended: [] };

	it('is said in words, each group once', () => {
		expect(sayMade({ ...none, due: ['a'], next: ['b', 'c'], introduced: ['d'] })).toBe(
			'1 card is due today. 3 new ones come first.',
		);
		expect(sayMade({ ...none, next: ['b'], buried: ['c', 'd'], suspended: ['e'] })).toBe(
			'1 new one comes first. 2 cards are put off until tomorrow. 1 stays suspended.',
		);
		expect(sayMade(none)).toBe('None of these cards is on this device.');
	});
});
