/** What the address of a session asks for. */
import type { SessionOptions } from '$lib/state/session-cards.ts';

export interface SessionChoice {
	minutes: number | null;
	/** The pattern, the deck or the comparison whose cards these are: where the session leads back to. */
	pattern: string | null;
	deck: string | null;
	compare: string | null;
	/** Cards by id, and the name of a list of cards that another screen has kept. */
	cards: string[] | undefined;
	list: string | null;
	marked: boolean;
	/** How many of the weakest cards; 0 for another choice. */
	weakest: number;
	cram: boolean;
	/** `5` lets five more new cards in than today's limit, `0` none at all. */
	fresh: string | null;
	/** New cards of the day that an earlier address has let in already. */
	newUntil: number;
}

/** The most cards that "the weakest" may be. */
const MOST_WEAKEST = 200;

/** @param today study day: what was let in on another day counts no longer */
export function sessionChoice(params: URLSearchParams, today: number): SessionChoice {
	const number = (name: string) => {
		const value = Number(params.get(name));
		return value > 0 && value < Infinity ? value : 0;
	};
	// `20-20419` lets in up to twenty on that study day: what became of `new`, so that a reload adds nothing.
	const [until = 0, untilDay] = (params.get('upto') ?? '').split('-').map(Number);
	return {
		minutes: number('minutes') || null,
		...{ pattern: params.get('pattern'), deck: params.get('deck'), compare: params.get('compare') },
		cards: params.get('cards')?.split(','),
		...{ list: params.get('list'), marked: params.get('marked') === '1' },
		weakest: Math.min(MOST_WEAKEST, Math.floor(number('weakest'))),
		...{ cram: params.get('mode') === 'cram', fresh: params.get('new') },
		newUntil: untilDay === today ? until : 0,
	};
}

/** @param listed the ids of the list, where one was named */
export function optionsOf(
	choice: SessionChoice,
	listed: readonly string[] | undefined,
): Omit<SessionOptions, 'newUntil'> & { extra: number; newUntil: number } {
	const { minutes, pattern, deck, cards, list, marked, weakest, cram, fresh, newUntil } = choice;
	// A list that is gone is an empty one: nothing else may come in its place.
	const ids = list === null ? cards : (listed ?? []);
	return {
		...{ minutes, pattern, newUntil, extra: Number(fresh) || 0, withoutNew: fresh === '0' },
		...(ids ? { cards: ids } : {}),
		...(deck === null ? {} : { deck }),
		...(marked ? { marked } : {}),
		...(weakest ? { weakest } : {}),
		...(cram ? { cram } : {}),
	};
}
