import { expect, it } from 'vitest';
import { findOffSheetTerms } from './style-terms.ts';

const found = (text: string) => findOffSheetTerms({ text, line: 5 });

it('finds a term spelled otherwise than the style sheet, with its line and what is right', () => {
	expect(found('A timeout.\nThe time-out of the datastore.')).toEqual([
		{ line: 6, found: 'datastore', instead: 'data store' },
		{ line: 6, found: 'time-out', instead: 'timeout' },
	]);
});

it('leaves code and the right words alone', () => {
	const text = 'Set `time-out` on the load balancer; it times out.\n```text\ndatastore\n```';
	expect(found(text)).toEqual([]);
});
