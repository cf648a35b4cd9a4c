import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextStamp, NO_STAMP } from './hlc.ts';
import { mergeRecords, stampOf, writeFields, type StampedRecord } from './record.ts';

const write = fc.record({
	t: fc.integer({ min: 1, max: 6 }),
	dev: fc.constantFrom('a', 'b', 'c'),
	fields: fc.dictionary(fc.constantFrom('x', 'y', 'z'), fc.integer({ min: 0, max: 3 }), {
		minKeys: 1,
	}),
});

/** A record as a device has it after some writes. */
const record = fc.array(write, { minLength: 1, maxLength: 4 }).map((writes) => {
	let made: StampedRecord | undefined;
	for (const { t, dev, fields } of writes) {
		made = writeFields(made, 'preset', 'p', fields, (old) => nextStamp(NO_STAMP, t, dev, old));
	}
	return made as StampedRecord;
});

function values(of: StampedRecord) {
	const names = Object.keys(of.fields).sort();
	return names.map((name) => [name, of.fields[name], stampOf(of, name)]);
}

describe('mergeRecords', () => {
	it('is commutative', () => {
		fc.assert(
			fc.property(record, record, (a, b) => {
				expect(values(mergeRecords(a, b))).toEqual(values(mergeRecords(b, a)));
			}),
		);
	});

	it('is associative', () => {
		fc.assert(
			fc.property(record, record, record, (a, b, c) => {
				const left = mergeRecords(mergeRecords(a, b), c);
				expect(values(mergeRecords(a, mergeRecords(b, c)))).toEqual(values(left));
			}),
		);
	});

	it('is idempotent', () => {
		fc.assert(
			fc.property(record, record, (a, b) => {
				const once = mergeRecords(a, b);
				expect(values(mergeRecords(once, b))).toEqual(values(once));
			}),
		);
	});

	it('keeps the later write of each field, so that two devices can change two of them', () => {
		const at = (t: number, dev: string) => (old: string) => nextStamp(NO_STAMP, t, dev, old);
		const common = writeFields(
			undefined,
			'setting',
			'all',
			{ theme: 'dark', path: null },
			at(1, 'a'),
		);
		const a = writeFields(common, 'setting', 'all', { theme: 'light' }, at(2, 'a'));
		const b = writeFields(common, 'setting', 'all', { path: 'core' }, at(3, 'b'));
		expect(mergeRecords(a, b).fields).toEqual({ theme: 'light', path: 'core' });
	});
});
