import { describe, expect, it } from 'vitest';
import { editDistance } from './edit-distance.ts';
import { stem, wordsOf } from './word-forms.ts';

describe('slips and word forms', () => {
	it.each([
		['links', 'links', 0],
		['lnks', 'links', 1],
		['lniks', 'links', 1],
		['linkss', 'links', 1],
		['pots', 'links', 3],
		['latancy', 'latency', 1],
		['exipre', 'expire', 1],
		['folowers', 'followers', 1],
	])('%s to %s is %i', (a, b, distance) => {
		expect(editDistance(a, b, 2)).toBe(distance);
		expect(editDistance(b, a, 2)).toBe(distance);
	});

	it('stops counting where it is too far', () => {
		expect(editDistance('redirect', 'database', 2)).toBe(3);
		expect(editDistance('a', 'abcdef', 2)).toBe(3);
	});

	it.each([
		['expire expires expired expiring expiration'],
		['follow follows follower followers followed following'],
		['create creates created creating creation'],
		['link links linked linking'],
		['delete deletes deleted deleting deletion'],
		['retry retries'],
		['drop dropped dropping'],
		['post posts posting posted'],
	])('%s share a stem', (forms) => {
		expect(new Set(wordsOf(forms).map(stem)).size).toBe(1);
	});

	it('keeps apart what differs', () => {
		const words = ['user', 'use', 'order', 'old', 'status', 'stats', 'access', 'news'];
		expect(new Set(words.map(stem)).size).toBeGreaterThanOrEqual(words.length - 1);
		expect(wordsOf('What’s the read/write Ratio, à peu près?')).toEqual([
			...['whats', 'the', 'read', 'write', 'ratio', 'a', 'peu', 'pres'],
		]);
	});
});
