import { expect, it } from 'vitest';
import type { CardSource } from './card.ts';
import { compileCard } from './compile-card.ts';

const cloze: CardSource = {
	id: 'saga/undo',
	kind: 'cloze',
	level: 'beginner',
	also: [],
	tags: [],
	answers: [],
	front: 'A saga undoes with a ==`compensating` **transaction**==.',
	back: '',
};

it('takes what a cloze hides as what may be typed, without its marks', () => {
	expect(compileCard(cloze).answers).toEqual(['compensating transaction']);
	const two = { ...cloze, front: 'Reads ==R== plus writes ==W== exceed N.', answers: ['R and W'] };
	expect(compileCard(two).answers).toEqual(['R, W', 'R and W']);
});

it('leaves the answers of other cards alone', () => {
	const number: CardSource = { ...cloze, kind: 'number', answers: ['30 s'], back: '**30 s.**' };
	expect(compileCard(number).answers).toEqual(['30 s']);
});
