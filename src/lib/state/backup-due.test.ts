import { describe, expect, test } from 'vitest';
import { backupAge } from './backup-due.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 22);

describe('backupAge', () => {
	test('is not due before anything was answered', () => {
		expect(backupAge(null, 0, undefined, NOW)).toEqual({
			...{ days: 0, answers: 0, never: true, due: false },
		});
	});

	test('is due more than seven days after the first study day, where there is no backup', () => {
		expect(backupAge(null, 5, NOW - 7 * DAY, NOW).due).toBe(false);
		expect(backupAge(null, 5, NOW - 8 * DAY, NOW)).toMatchObject({
			days: 8,
			answers: 5,
			due: true,
		});
	});

	test('is due after more than 200 answers, however recent the backup', () => {
		const last = { t: NOW - DAY, reviews: 1000 };
		expect(backupAge(last, 1200, 0, NOW).due).toBe(false);
		expect(backupAge(last, 1201, 0, NOW)).toMatchObject({ answers: 201, never: false, due: true });
	});

	test('is not due while nothing was answered since, however old the backup', () => {
		expect(backupAge({ t: NOW - 90 * DAY, reviews: 10 }, 10, 0, NOW)).toMatchObject({
			days: 90,
			due: false,
		});
	});

	test('counts neither below nothing when answers were undone nor when the clock went back', () => {
		expect(backupAge({ t: NOW + DAY, reviews: 10 }, 8, 0, NOW)).toMatchObject({
			days: 0,
			answers: 0,
		});
	});
});
