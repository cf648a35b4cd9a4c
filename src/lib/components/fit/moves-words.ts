/** What moving dates would do, in words. */
import { counted } from './fit-words.ts';

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
