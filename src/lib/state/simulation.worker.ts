/** Plays days through apart from the screen, one desired retention after the other. */
import { outlookOfRetention } from '$lib/statistics/retention-choice.ts';
import { simulateDays, sumOfDecks } from '$lib/statistics/simulate.ts';
import type { SimulationAnswer, SimulationOrder } from './simulation-messages.ts';

/** What a worker has of its own; the page's types know it as a window. */
const scope = self as unknown as {
	postMessage(message: SimulationAnswer): void;
	onmessage: (event: MessageEvent<SimulationOrder>) => void;
};

scope.onmessage = ({ data: { decks, preset, retentions, ...task } }) => {
	const begun = decks.reduce((sum, { cards }) => sum + cards.length, 0);
	try {
		for (const desiredRetention of retentions) {
			const played = decks.map((deck) =>
				simulateDays({ ...task, deck, preset: { ...preset, ...deck.limits, desiredRetention } }),
			);
			const outlook = outlookOfRetention(desiredRetention, sumOfDecks(played), begun);
			scope.postMessage({ kind: 'outlook', outlook });
		}
	} catch (error) {
		scope.postMessage({ kind: 'failed', detail: String(error) });
	}
};
