import { describe, expect, test } from 'vitest';
import { DbError } from '$lib/db/db-error.ts';
import { ImportError } from '$lib/deck-import/import-error.ts';
import { importFailure } from './import-failure.ts';

describe('why a file cannot come in', () => {
	test.each<[string, unknown, RegExp]>([
		['what the reader found', new ImportError('damaged', 'The archive breaks off.'), /breaks off/],
		['a file that is gone', new DOMException('x', 'NotFoundError'), /moved, changed or removed/],
		['a file in use', new DOMException('x', 'NotReadableError'), /moved, changed or removed/],
		['memory', new RangeError('Array buffer allocation failed'), /more memory than this device/],
		['memory of the engine', new Error('memory access out of bounds'), /more memory/],
		['anything else', new TypeError('x is not a function'), /does not know \(TypeError: x is not/],
	])('%s is said in words', (_, problem, words) => {
		const failure = importFailure(problem);
		expect(failure.what).toMatch(words);
		expect(failure).toMatchObject({ safe: 'Nothing has been changed.' });
		expect(failure.todo).not.toBe('');
		expect(failure.full).toBeUndefined();
	});

	test('where the device is full, the file may still fit without its media', () => {
		expect(importFailure(new DbError('storage-full')).full).toBe(true);
		expect(importFailure(new DbError('media-full')).full).toBe(true);
		expect(importFailure(new DbError('newer-version')).full).toBeUndefined();
	});
});
