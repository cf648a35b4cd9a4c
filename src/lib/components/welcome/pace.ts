/** What a number of minutes a day comes to. */

export const MINUTES = [5, 10, 15, 20] as const;
export type Minutes = (typeof MINUTES)[number];

/** New cards a day that leave room for their own reviews in the weeks after. */
export const NEW_PER_DAY: Record<Minutes, number> = { 5: 4, 10: 8, 15: 12, 20: 16 };

/** How long it takes to meet a number of new cards, rounded as one would say it. */
export function paceInWords(cards: number, newPerDay: number): string {
	const days = Math.ceil(cards / newPerDay);
	if (days < 14) return days === 1 ? '1 day' : `${days} days`;
	return `${Math.round(days / 7)} weeks`;
}

/** What the time until the interview is enough for. */
export function planInWords(cards: number, newPerDay: number, daysLeft: number): string {
	const days = Math.ceil(cards / newPerDay);
	const left = daysLeft === 1 ? '1 day' : `${daysLeft} days`;
	if (days <= daysLeft) return `${left} away: enough for the whole path.`;
	return `${left} away: enough for about ${daysLeft * newPerDay} of ${cards} cards of this path.`;
}
