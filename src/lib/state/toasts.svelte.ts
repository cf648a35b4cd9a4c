/** Short messages at the edge of the screen, each with at most one thing to do. */

export interface Toast {
	id: number;
	text: string;
	tone: 'plain' | 'problem';
	action?: { label: string; run: () => void } | undefined;
}

/** How long a message stays; one with something to do stays longer, a problem until it is closed. */
const SHORT_MS = 4_000;
const LONG_MS = 8_000;

export class Toasts {
	#next = 1;
	list = $state<Toast[]>([]);

	/** Shows a message; the newest replaces what is there, so that nothing piles up over the card; problems stay, each once. */
	show(text: string, options: Partial<Pick<Toast, 'tone' | 'action'>> = {}): void {
		const toast: Toast = { id: this.#next++, text, tone: 'plain', ...options };
		const kept = this.list.filter((other) => other.tone === 'problem' && other.text !== text);
		this.list = [...kept, toast];
		if (toast.tone === 'problem') return;
		setTimeout(() => this.close(toast.id), toast.action ? LONG_MS : SHORT_MS);
	}

	/** A problem stays until the person closes it. */
	problem(text: string, action?: Toast['action']): void {
		this.show(text, { tone: 'problem', action });
	}

	close(id: number): void {
		this.list = this.list.filter((toast) => toast.id !== id);
	}
}
