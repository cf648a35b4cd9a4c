import { describe, expect, it } from 'vitest';
import { shippedQuestion } from '../../../tests/support/question.ts';
import { judgeQuestion } from './judge-question.ts';

const question = shippedQuestion('url-shortener');

function judged(...texts: string[]) {
	const all = judgeQuestion(question, texts);
	return Object.fromEntries(all.map((each) => [each.answer.ask.id, each]));
}

describe('estimates on a pad', () => {
	it('are found by their names, the last one counts', () => {
		const { redirects } = judged('redirects = 1/s\nredirects = 20k/s');
		expect(redirects?.answer).toMatchObject({ text: 'redirects = 20k/s', band: 'spot-on' });
		expect(redirects?.right).toBe(true);
	});

	it('are found by their size where they carry no name, each line once', () => {
		const found = judged('6M / day\n20,000 per second\n5 TB');
		expect(found['creates']?.answer.text).toBe('6M / day');
		expect(found['redirects']?.answer.text).toBe('20,000 per second');
		expect(found['storage']).toMatchObject({ right: true, answer: { text: '5 TB' } });
		expect(found['length']?.answer).toMatchObject({ text: '', band: 'skipped' });
	});

	it('are not found far away, nor in another unit', () => {
		const found = judged('900 per second\n3 MB');
		expect(found['storage']?.answer.band).toBe('skipped');
		expect(found['redirects']?.answer.band).toBe('skipped');
	});

	it('follow from what the candidate assumed', () => {
		const { redirects } = judged('ratio = 50\nredirects = 6M × 50 / day × 3');
		expect(redirects?.answer.follow?.inputs.map(({ name }) => name)).toContain('read_ratio');
		expect(redirects?.right).toBe(true);
		expect(redirects?.ownSteps).toBeDefined();
	});

	it('come with their solution and what they decide', () => {
		const { storage } = judged('');
		expect(storage?.right).toBe(false);
		expect(storage?.steps[0]?.exact.result).toBe('5.475 TB');
		expect(storage?.soWhat).toMatch(/^A few TB/);
	});

	it('are read from what was pasted too, up to a limit', () => {
		expect(judged('x'.repeat(200_000))['storage']?.right).toBe(false);
		expect(judged(`${'1\n'.repeat(300)}5 TB`)['storage']?.right).toBe(false);
	});
});
