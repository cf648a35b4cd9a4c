/** Whether and how this app can be put on the home screen or into the dock. */
import { forgetsAfterAWeek, installWay, type InstallWay } from './install-way.ts';

/** Chromium's own event; not in TypeScript's library. */
interface InstallPromptEvent extends Event {
	prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

function isPrompt(event: Event): event is InstallPromptEvent {
	return 'prompt' in event && typeof event.prompt === 'function';
}

function isStandalone(): boolean {
	const apple = 'standalone' in navigator && navigator.standalone === true;
	return apple || matchMedia('(display-mode: standalone)').matches;
}

export class Install {
	#prompt = $state.raw<InstallPromptEvent>();
	#installed = $state(isStandalone());

	/** Make it with the app: the browser hands over its prompt once, soon after the start. */
	constructor() {
		addEventListener('beforeinstallprompt', (event) => {
			if (!isPrompt(event)) return;
			event.preventDefault();
			this.#prompt = event;
		});
		addEventListener('appinstalled', () => {
			this.#installed = true;
			this.#prompt = undefined;
		});
	}

	/** This window is the installed app. */
	readonly standalone = isStandalone();

	get way(): InstallWay {
		const { userAgent, maxTouchPoints } = navigator;
		return installWay({
			...{ userAgent, maxTouchPoints, standalone: this.#installed },
			hasPrompt: this.#prompt !== undefined,
		});
	}

	/** Safari deletes what a site stored after seven days without use, unless it is installed. */
	get forgetsAfterAWeek(): boolean {
		return forgetsAfterAWeek(this.way);
	}

	/** Shows the browser's prompt; each can be shown once. */
	async install(): Promise<void> {
		const prompt = this.#prompt;
		this.#prompt = undefined;
		await prompt?.prompt();
	}
}
