import { expect, test } from 'vitest';
import { AskedBefore } from './asked-before.ts';

const asked = new AskedBefore();
asked.put({ id: 'a', text: 'What does a write-ahead log protect against when a node crashes?' });
asked.put({ id: 'b', text: 'CAP' });
asked.put({ id: 'c', text: 'Which cache eviction policy suits scans?' });
asked.put({ id: 'd', text: '' });

test('tells what asks the same, whatever its case and marks', () => {
	expect(asked.like('cap?', '').map(({ id, same }) => [id, same])).toEqual([['b', true]]);
	expect(asked.like('CAP', 'b')).toEqual([]);
	expect(asked.like('', '')).toEqual([]);
});

test('tells what asks nearly the same', () => {
	const text = 'What does a write-ahead log protect against when one node crashes?';
	expect(asked.like(text, '').map(({ id, same }) => [id, same])).toEqual([['a', false]]);
	expect(asked.like('Which cache invalidation policy suits feeds?', '')).toEqual([]);
});

test('forgets what a note asked before, and notes that are gone', () => {
	const asked = new AskedBefore();
	asked.put({ id: 'a', text: 'CAP' });
	asked.put({ id: 'b', text: 'CAP' });
	asked.put({ id: 'a', text: 'PACELC' });
	expect(asked.like('cap', '').map(({ id }) => id)).toEqual(['b']);
	expect(asked.like('pacelc', '').map(({ id }) => id)).toEqual(['a']);
	asked.put({ id: 'b', text: '' });
	asked.remove('a');
	asked.remove('never here');
	expect([asked.like('cap', ''), asked.like('pacelc', '')]).toEqual([[], []]);
});
