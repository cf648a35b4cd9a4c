/** Plays the sounds of a card one after another; never two at once, and none twice. */

/** Sounds that a note names as such begin by themselves; players that its HTML holds wait to be pressed. */
const FRONT = ':is(audio, video):not(.answer-sound, [data-waits])';
const ANSWER = ':is(audio, video).answer-sound:not([data-waits])';

let current: readonly HTMLMediaElement[] = [];

/** All players below a node, in order. */
export function soundsIn(root: ParentNode | null | undefined): HTMLMediaElement[] {
	return [...(root?.querySelectorAll<HTMLMediaElement>('audio, video') ?? [])];
}

/** Those that begin when a side is shown: the answer does not begin what the question did. */
export function soundsOf(
	root: ParentNode | null | undefined,
	side: 'front' | 'back',
): HTMLMediaElement[] {
	return [...(root?.querySelectorAll<HTMLMediaElement>(side === 'back' ? ANSWER : FRONT) ?? [])];
}

/** From the beginning, each file once; what played before stops. False where there is nothing to play. */
export function playInTurn(sounds: readonly HTMLMediaElement[]): boolean {
	const files = new Set<string>();
	const once = sounds.filter(({ src }) => !files.has(src) && files.add(src));
	if (once.length === 0) return false;
	for (const other of [...current, ...sounds]) {
		other.onended = null;
		other.pause();
	}
	current = once;
	const play = (at: number): void => {
		const sound = once[at];
		if (!sound?.isConnected || current !== once) return;
		sound.currentTime = 0;
		sound.onended = () => play(at + 1);
		// A file that cannot be played says so where it stands; a browser may wait for a first press.
		sound.play().catch(() => {});
	};
	play(0);
	return true;
}
