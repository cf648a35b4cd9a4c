import { describe, expect, it } from 'vitest';
import { optionsOf, sessionChoice } from './session-choice.ts';

const choiceOf = (query: string) => sessionChoice(new URLSearchParams(query), 20_419);
const options = (query: string, listed?: string[]) => optionsOf(choiceOf(query), listed);

describe('the address of a session', () => {
	it('without more is what is due', () => {
		expect(options('')).toEqual({
			...{ minutes: null, pattern: null, newUntil: 0, extra: 0, withoutNew: false },
		});
	});

	it('names a time, a pattern, a deck, cards, and how many new ones', () => {
		expect(options('minutes=10')).toMatchObject({ minutes: 10 });
		expect(options('pattern=cache-aside')).toMatchObject({ pattern: 'cache-aside' });
		expect(options('deck=deck/1f')).toMatchObject({ deck: 'deck/1f' });
		expect(options('cards=a/b,c/d')).toMatchObject({ cards: ['a/b', 'c/d'] });
		expect(options('new=5')).toMatchObject({ extra: 5, withoutNew: false });
		expect(options('new=0')).toMatchObject({ extra: 0, withoutNew: true });
		expect(options('upto=20-20419')).toMatchObject({ newUntil: 20 });
		expect(options('upto=20-20418')).toMatchObject({ newUntil: 0 });
	});

	it('asks to cram what is marked, what is weakest, or a list', () => {
		expect(options('mode=cram&marked=1')).toMatchObject({ cram: true, marked: true });
		expect(options('mode=cram&weakest=20')).toMatchObject({ cram: true, weakest: 20 });
		expect(options('weakest=1e9')).toMatchObject({ weakest: 200 });
		expect(options('list=7', ['a/b'])).toMatchObject({ cards: ['a/b'] });
	});

	it('that is no number asks for nothing, and a list that is gone is empty', () => {
		expect(options('minutes=-3&weakest=x')).toMatchObject({ minutes: null });
		expect(options('weakest=x')).not.toHaveProperty('weakest');
		expect(options('list=7')).toMatchObject({ cards: [] });
	});
});
