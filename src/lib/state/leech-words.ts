/** What is said when a card has become a leech. */
import type { CardState } from '$lib/scheduler/card-state.ts';

export function leechWords({ lapses, suspended }: CardState): string {
	const what = suspended ? 'It is suspended now.' : 'Reword it, or read its pattern again.';
	return `You have forgotten this card ${lapses} times. ${what}`;
}
