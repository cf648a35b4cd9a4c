/** What moving dates would do, and moving them back, in words. */
import { counted } from '$lib/content/counted.ts';

/** What of the last move goes back, and what stays. */
export function backInWords(moves: readonly unknown[], kept: number): string {
	const stay =
		kept === 0
			? ''
			: ` ${counted(kept, 'card')} answered or changed since ${kept === 1 ? 'keeps its date' : 'keep their dates'}.`;
	if (moves.length === 0) return `No date of that move is left to go back.${stay}`;
	return `${counted(moves.length, 'date')} would go back; what has passed meanwhile comes back today.${stay}`;
}

/** How many dates move which way, and how far. */
export function movesInWords(
	moves: readonly { from: number; to: number }[],
	eligible: number,
): string {
	if (moves.length === 0) {
		return eligible === 0
			? 'No card waits for a day to come.'
			: `All ${counted(eligible, 'date')} already lie where the options would put them.`;
	}
	const earlier = moves.filter(({ from, to }) => to < from).length;
	const later = moves.length - earlier;
	const ways = [
		...(earlier > 0 ? [`${earlier.toLocaleString('en-US')} earlier`] : []),
		...(later > 0 ? [`${later.toLocaleString('en-US')} later`] : []),
	].join(' and ');
	const far = moves.map(({ from, to }) => Math.abs(to - from)).sort((a, b) => a - b);
	const middle = counted(far[Math.floor(far.length / 2)] ?? 0, 'day');
	const most = counted(far.at(-1) ?? 0, 'day');
	return `${moves.length.toLocaleString('en-US')} of ${counted(eligible, 'date')} would move: ${ways}, half of them by ${middle} or less, none by more than ${most}.`;
}
