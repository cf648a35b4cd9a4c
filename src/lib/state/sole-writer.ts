/** Sees to it that one tab at a time writes an interview, and that another one can take it over without loss. */

/** A tab that does not answer in this time is frozen: it is not asked any longer. */
const PATIENCE_MS = 1500;

export interface SoleWriter {
	/** Resolves to whether this tab writes now. */
	begin(): Promise<boolean>;
	/** Asks the other tab to let go, which saves what it holds, and writes from then on. */
	takeOver(): Promise<void>;
	/** Lets another tab begin. */
	end(): void;
}

/**
 * @param name of what is written
 * @param onlose called when another tab wants to write; what it resolves after is what the other tab waits for
 */
export function soleWriter(name: string, onlose: () => Promise<void>): SoleWriter {
	const lock = `onsite-${name}`;
	const channel = new BroadcastChannel(lock);
	let release = () => {};
	let holding = false;

	function hold(options: LockOptions): Promise<boolean> {
		// A browser without Web Locks has one tab as far as we can tell.
		if (!navigator.locks) {
			holding = true;
			return Promise.resolve(true);
		}
		return new Promise((resolve) => {
			navigator.locks
				.request(lock, options, (held) => {
					if (!held) return resolve(false);
					holding = true;
					resolve(true);
					return new Promise<void>((free) => (release = free));
				})
				.catch(() => {
					// Either the wait was cut short, or the lock was taken away from a tab that slept.
					if (holding) void lose();
					resolve(false);
				});
		});
	}

	async function lose(): Promise<void> {
		if (!holding) return;
		holding = false;
		await onlose();
		release();
	}

	channel.onmessage = () => void lose();
	return {
		begin: () => hold({ ifAvailable: true }),
		async takeOver() {
			channel.postMessage('let-go');
			const waited = await hold({ signal: AbortSignal.timeout(PATIENCE_MS) });
			if (!waited) await hold({ steal: true });
		},
		end() {
			holding = false;
			release();
			channel.close();
		},
	};
}
