/** Whether the browser may throw the data away, and how much there is. Nothing at start waits for it. */

export class StorageState {
	/** `undefined` while unknown, and where the browser does not say. */
	persisted = $state<boolean>();
	/** Bytes, as the browser estimates them. */
	used = $state<number>();
	/** Asked, and the browser has not answered yet; some never do. */
	asking = $state(false);
	/** The browser has said no in this sitting. */
	refused = $state(false);

	/** Whether the browser can be asked at all: not in every private window, not in WebKitGTK. */
	get canAsk(): boolean {
		return typeof navigator.storage?.persist === 'function';
	}

	/** Reads both figures, each as it comes. */
	load(): void {
		// Some browsers throw at once in private windows, others reject.
		this.#read(
			async () => navigator.storage?.persisted?.(),
			(persisted) => (this.persisted = persisted),
		);
		this.#read(
			async () => navigator.storage?.estimate?.(),
			(estimate) => (this.used = estimate?.usage),
		);
	}

	#read<T>(ask: () => Promise<T>, take: (value: T) => void): void {
		ask().then(take, () => {});
	}

	/** Asks the browser to keep the data. Call from a press or after the first session; never wait for it. */
	ask(): void {
		if (!this.canAsk || this.persisted || this.asking) return;
		this.asking = true;
		this.#read(
			async () => navigator.storage.persist().catch(() => false),
			(granted) => {
				this.persisted = granted;
				this.refused = !granted;
				this.asking = false;
			},
		);
	}
}
