/** How this browser lets a web app be installed, told from what it says of itself. */

export type InstallWay =
	| 'installed'
	/** The browser has handed over its own prompt. */
	| 'button'
	| 'ios-safari'
	/** Other iOS browsers: since iOS 16.4 in their share menu as well. */
	| 'ios-other'
	| 'mac-safari'
	| 'firefox-android'
	/** Nothing to install with; bookmarks work. */
	| 'firefox-desktop'
	| 'chromium-menu'
	| 'unknown';

export interface BrowserFacts {
	userAgent: string;
	maxTouchPoints: number;
	/** Shown in a window of its own. */
	standalone: boolean;
	/** An install prompt is kept. */
	hasPrompt: boolean;
}

/** iPads say that they are Macs; only they have a touch screen. */
function isIos({ userAgent, maxTouchPoints }: BrowserFacts): boolean {
	return /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
}

export function installWay(facts: BrowserFacts): InstallWay {
	const { userAgent } = facts;
	if (facts.standalone) return 'installed';
	if (facts.hasPrompt) return 'button';
	if (isIos(facts)) {
		return /CriOS|FxiOS|EdgiOS|OPT\/|DuckDuckGo/.test(userAgent) ? 'ios-other' : 'ios-safari';
	}
	if (/Firefox\//.test(userAgent)) {
		return /Android/.test(userAgent) ? 'firefox-android' : 'firefox-desktop';
	}
	if (/Chrome\/|Chromium\//.test(userAgent)) return 'chromium-menu';
	if (/Macintosh/.test(userAgent) && /Safari\//.test(userAgent)) return 'mac-safari';
	return 'unknown';
}

/**
 * Whether the browser deletes what a site stored after seven days of use without a visit to it, which
 * WebKit does unless the site is installed.
 */
export function forgetsAfterAWeek(way: InstallWay): boolean {
	return way === 'ios-safari' || way === 'ios-other' || way === 'mac-safari';
}
