import { expect, test } from 'vitest';
import type { AskBand, DrillAttempt } from '../estimation/drill-attempt.ts';
import type { DrillTemplate } from '../content/drill.ts';
import { estimateRecords, LAST_ASKS } from './estimate-record.ts';

const asks = [
	{ id: 'qps', expect: 'rate' },
	{ id: 'size', expect: 'data' },
] as DrillTemplate['asks'];
const templates = [{ id: 'walk', asks }];

function attempt(bands: Record<string, AskBand>, over: Partial<DrillAttempt> = {}): DrillAttempt {
	const answers = Object.entries(bands).map(([id, band]) => ({
		...{ id, band, text: '', value: 1, ratio: 1, slips: [] },
	}));
	return { drill: 'walk', asks: answers, ...over } as unknown as DrillAttempt;
}

test('counts answers by kind; undone ones and drills that left the catalog are left out', () => {
	const records = estimateRecords(
		[
			attempt({ qps: 'good', size: 'skipped' }),
			attempt({ qps: 'spot-on' }, { void: true }),
			attempt({ qps: 'good' }, { drill: 'gone' }),
			attempt({ qps: 'off' as AskBand, size: 'spot-on' }),
		],
		templates,
	);
	expect([...records]).toEqual([
		['data', { asks: 2, right: 1 }],
		['rate', { asks: 2, right: 1 }],
	]);
});

test('what is long ago gives way to the last answers', () => {
	const old = Array.from({ length: 30 }, () => attempt({ qps: 'skipped' }));
	const late = Array.from({ length: LAST_ASKS }, () => attempt({ qps: 'good' }));
	expect(estimateRecords([...old, ...late], templates).get('rate')).toEqual({
		asks: 20,
		right: 20,
	});
});
