import { expect, it } from 'vitest';
import { suggestedGrade } from './suggested-grade.ts';

it.each([
	[1, 3],
	[0.8, 2],
	[0.6, 2],
	[0.5, 1],
	[0, 1],
])('a share of %d speaks for grade %d', (share, grade) => {
	expect(suggestedGrade(share)).toBe(grade);
});
