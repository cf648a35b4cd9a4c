/** A short quiet sign that a phase of an interview is over: a tone, or a buzz of the phone. */
import type { Signal } from './mock-choice.ts';

const SECONDS = 0.45;
const PITCH = 660;
const LOUD = 0.06;

let context: AudioContext | undefined;

/** Gives the sign; where the browser refuses, nothing happens. */
export function giveSign(signal: Signal): void {
	try {
		if (signal === 'vibration') navigator.vibrate?.(120);
		if (signal === 'sound') tone();
	} catch {
		// A sign that cannot be given must not stop an interview.
	}
}

function tone(): void {
	context ??= new AudioContext();
	void context.resume();
	const { currentTime } = context;
	const volume = context.createGain();
	volume.gain.setValueAtTime(0, currentTime);
	volume.gain.linearRampToValueAtTime(LOUD, currentTime + 0.02);
	volume.gain.exponentialRampToValueAtTime(0.0001, currentTime + SECONDS);
	const source = context.createOscillator();
	source.frequency.value = PITCH;
	source.connect(volume).connect(context.destination);
	source.start();
	source.stop(currentTime + SECONDS);
}
