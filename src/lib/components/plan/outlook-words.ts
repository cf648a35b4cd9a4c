/** What a plan comes to, in words: true also on the day itself, with days off alone, and with nothing to know. */
import { counted } from '$lib/content/counted.ts';
import { wholePercent } from '$lib/plan/interview-plan.ts';

export interface Outlook {
	/** Mean over all cards on the day of the interview, 0 to 1. */
	recall: number;
	/** Cards begun by then. */
	begun: number;
	cards: number;
	/** What is left out is counted in these: patterns, or decks among them. */
	unit?: string;
	/** The interview is today: nothing can be planned any more. */
	isToday: boolean;
	/** Whether any day until then has minutes. */
	hasTime: boolean;
	/** Minutes of each day that stay unused, as they would not raise the recall. */
	unused: number;
	/** Minutes more a day that would be enough; `null` where none would; undefined while it is found out. */
	missing: number | null | undefined;
	/** Minutes more a day that would be enough with a higher limit of new cards; undefined where none would. */
	unlimited?: number | undefined;
	/** Days later that would be enough; `null` where none would; undefined while it is found out. */
	later: number | null | undefined;
	/** The same with a quarter of an hour more a day. */
	more: { recall: number; begun: number } | undefined;
	/** The same without limits of new cards, where these take something away. */
	free: { recall: number; begun: number } | undefined;
}

export interface OutlookLines {
	begun: string;
	/** That something is left out; '' where nothing is. */
	short: string;
	/** What would mend that. */
	advice: string;
	leftOut: string;
	/** What a quarter of an hour more would do. */
	more: string;
}

const percent = (share: number) => `${wholePercent(share)}%`;
const inWhole = (number: number) => number.toLocaleString('en-US');

type OutlookOf = Outlook & { unmet: number };

/** @param unmet patterns and decks of which no card is met */
export function outlookLines(outlook: OutlookOf): OutlookLines {
	const { begun, cards, unmet, unit = 'pattern', isToday, hasTime } = outlook;
	const leftOut = `${counted(unmet, unit)} left out`;
	const none = { short: '', advice: '', leftOut, more: '' };
	if (cards === 0) {
		return { ...none, begun: 'Nothing is chosen to know by then: choose it below.' };
	}
	if (isToday) {
		const rest = begun < cards ? `; the other ${inWhole(cards - begun)} count as not known` : '';
		return {
			...none,
			begun: `The interview is today, and nothing is planned for it. ${inWhole(begun)} of ${inWhole(cards)} cards are begun${rest}.`,
		};
	}
	const all = begun === cards;
	const words = all
		? `All ${counted(cards, 'card')} ${cards === 1 ? 'is' : 'are'} begun in time. Each counts with the chance that you recall it then.`
		: `${inWhole(begun)} of ${counted(cards, 'card')} are begun in time; the rest count as not known.`;
	if (!hasTime) {
		const short = 'No day until then has any minutes.';
		return { ...none, begun: words, short, advice: 'Give at least one day some, below.' };
	}
	const missed =
		unmet > 0
			? `Not enough time for ${counted(unmet, unit)}.`
			: `Not enough time for ${counted(cards - begun, 'card')}.`;
	const held = unmet > 0 ? counted(unmet, unit) : counted(cards - begun, 'card');
	return {
		begun: words,
		short: all ? '' : outlook.free ? `Your limit of new cards leaves out ${held}.` : missed,
		advice: all ? '' : adviceOf(outlook),
		leftOut,
		more: moreOf(outlook),
	};
}

function adviceOf({ cards, missing, unlimited, later, free, unmet }: OutlookOf): string {
	const parts: string[] = [];
	if (free) {
		const whole = free.begun === cards;
		parts.push(
			whole
				? `With a higher limit every card is begun in time, and ${percent(free.recall)} recalled.`
				: `With a higher limit ${inWhole(free.begun)} are begun, and ${percent(free.recall)} recalled.`,
		);
		if (!whole && missing) parts.push(`With ${missing} minutes more a day as well, all are.`);
		if (!whole && missing === null) {
			parts.push('Not even two hours more a day as well would be enough for all.');
		}
	} else if (unlimited !== undefined) {
		parts.push(
			`${unlimited} minutes more a day would be enough with a higher limit of new cards; with yours, two hours more are not.`,
		);
	} else if (missing === null) {
		parts.push(
			later
				? 'Even two hours more a day would not be enough.'
				: 'Neither two hours more a day nor a date three months later would be enough: choose less to know.',
		);
	} else if (missing) {
		parts.push(`${missing} minutes more a day would be enough.`);
	}
	if (later) {
		const date = `A date ${later === 7 ? 'a week' : `${later / 7} weeks`} later would be enough`;
		parts.push(
			free || (missing === null && unlimited === undefined) ? `${date}.` : `${date} as well.`,
		);
	}
	// Cards of a pattern that is begun cannot be cut by themselves.
	if (missing !== undefined && unmet > 0) {
		parts.push('Otherwise cut what is left out here: it comes last in your order.');
	}
	return parts.join(' ');
}

function moreOf({ recall, begun, cards, unused, more }: Outlook): string {
	if (!more) return '';
	const gain = wholePercent(more.recall) - wholePercent(recall);
	if (gain > 0 || more.begun > begun) {
		const met =
			more.begun > begun ? `, ${inWhole(more.begun)} of ${inWhole(cards)} cards begun` : '';
		return `With 15 minutes more a day: ${percent(more.recall)}${met}.`;
	}
	return unused > 0
		? `The plan leaves ${unused} minutes of each day free: they would not raise what you recall then.`
		: 'Fifteen minutes more a day would change next to nothing.';
}
