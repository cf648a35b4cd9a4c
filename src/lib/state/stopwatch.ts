/** Measures how long something was looked at: a hidden tab or a sleeping device does not count. */
export class Stopwatch {
	#sum = 0;
	#since: number | undefined;

	/** Begins anew at `t`, ms since the epoch. */
	start(t: number): void {
		this.#sum = 0;
		this.#since = t;
	}

	pause(t: number): void {
		this.#sum = this.read(t);
		this.#since = undefined;
	}

	/** Goes on after a pause. */
	resume(t: number): void {
		this.#since ??= t;
	}

	/** Goes on or pauses as something is seen or not. */
	look(visible: boolean, t: number): void {
		if (visible) this.resume(t);
		else this.pause(t);
	}

	/** ms so far; never less than before, also where the clock went back. */
	read(t: number): number {
		return this.#sum + (this.#since === undefined ? 0 : Math.max(0, t - this.#since));
	}
}
