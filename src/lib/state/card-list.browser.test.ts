import { afterEach, expect, it } from 'vitest';
import { keepList, readList } from './card-list.ts';

afterEach(() => sessionStorage.clear());

it('hands a list of any length from one screen to another', () => {
	const ids = Array.from({ length: 20_000 }, (_, at) => `note/n${at}/0`);
	const name = keepList({ ids, title: 'is:due tag:network' }, 1);
	expect(readList(name)).toEqual({ ids, title: 'is:due tag:network' });
	expect(readList('2')).toBeUndefined();
});

it('keeps the last five', () => {
	const names = [1, 2, 3, 4, 5, 6].map((time) => keepList({ ids: [`c${time}`], title: '' }, time));
	expect(names.map((name) => readList(name)?.ids[0])).toEqual([
		...[undefined, 'c2', 'c3', 'c4', 'c5', 'c6'],
	]);
});

it('takes what is no list for none', () => {
	for (const text of ['{}', 'no JSON', '{"ids":[1]}', 'null']) {
		sessionStorage.setItem('onsite-list-1', text);
		expect(readList('1')).toBeUndefined();
	}
});
