import { describe, expect, test } from 'vitest';
import { forgetsAfterAWeek, installWay, type InstallWay } from './install-way.ts';

const IPHONE =
	'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';
const ANDROID = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)';

function way(userAgent: string, facts: { touch?: number; app?: boolean; prompt?: boolean } = {}) {
	return installWay({
		userAgent,
		maxTouchPoints: facts.touch ?? 0,
		standalone: facts.app ?? false,
		hasPrompt: facts.prompt ?? false,
	});
}

describe('installWay', () => {
	test.each<[InstallWay, string, number]>([
		['ios-safari', `${IPHONE} Version/18.5 Mobile/15E148 Safari/604.1`, 5],
		['ios-other', `${IPHONE} CriOS/141.0 Mobile/15E148 Safari/604.1`, 5],
		[
			'ios-safari',
			`${MAC} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15`,
			5,
		],
		[
			'mac-safari',
			`${MAC} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15`,
			0,
		],
		[
			'chromium-menu',
			`${MAC} AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Safari/537.36`,
			0,
		],
		['chromium-menu', `${ANDROID} Chrome/141.0.0.0 Mobile Safari/537.36`, 5],
		['firefox-android', 'Mozilla/5.0 (Android 15; Mobile; rv:143.0) Gecko/143.0 Firefox/143.0', 5],
		[
			'firefox-desktop',
			'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0',
			0,
		],
		['unknown', 'Lynx/2.9', 0],
	])('is %s for %s', (expected, userAgent, touch) => {
		expect(way(userAgent, { touch })).toBe(expected);
	});

	test('is the button where the browser handed over its prompt', () => {
		expect(way(`${ANDROID} Chrome/141.0.0.0 Mobile Safari/537.36`, { prompt: true })).toBe(
			'button',
		);
	});

	test('is installed in a window of its own, whatever the browser', () => {
		expect(way(IPHONE, { app: true, prompt: true })).toBe('installed');
	});
});

test('only WebKit outside of an installed app forgets after a week', () => {
	expect(forgetsAfterAWeek('ios-safari')).toBe(true);
	expect(forgetsAfterAWeek('mac-safari')).toBe(true);
	expect(forgetsAfterAWeek('installed')).toBe(false);
	expect(forgetsAfterAWeek('chromium-menu')).toBe(false);
});
