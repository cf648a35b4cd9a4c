/** The day of a plan in words. */
import { DRILL_MINUTES } from '$lib/plan/plan-days.ts';
import { MOCK_MINUTES } from '$lib/plan/mock-days.ts';

export interface PlannedDay {
	kind: 'off' | 'study' | 'taper' | 'interview';
	/** Minutes that the person gives, and those that are done. */
	given: number;
	done: number;
	/** Minutes of cards that are planned still. */
	minutes: number;
	/** Reviews that are planned still, and those that are due and do not fit. */
	reviews: number;
	unfit: number;
	/** Minutes that the plan leaves free, as they would not raise what is recalled on the day. */
	unused?: number;
	/** Weak cards to look at without a change of schedule. */
	refresh: number;
	mock: { question: string; title: string } | undefined;
	drill: boolean;
}

/** What stands where no cards are to be started. */
export function titleOf({ kind, mock, drill, refresh }: PlannedDay, waits: boolean): string {
	if (kind === 'interview') return 'Interview today';
	if (kind === 'off') return 'Day off';
	if (waits) return 'Done for now';
	return mock || drill || refresh > 0 ? 'Cards done for today' : 'Done for today';
}

const cardsDue = (count: number) => `${count} ${count === 1 ? 'card is' : 'cards are'} due`;

/** What is due beside the plan, and why it waits; '' for none. */
export function restLine(
	{ kind, given, done, reviews, unfit, unused = 0, mock }: PlannedDay,
	open: boolean,
): string {
	if (kind === 'interview') {
		const due = unfit > 0 ? ` ${cardsDue(unfit)}, and can wait until tomorrow.` : '';
		return `Nothing is planned for today.${due}`;
	}
	if (unfit === 0) return '';
	if (kind === 'off') return `${cardsDue(unfit)}, and can wait.`;
	if (!mock && unused > 0) {
		const why = 'more of them today would not raise what you recall on the day';
		return open
			? `${cardsDue(reviews + unfit)}: the weakest come first, and ${why}.`
			: `${cardsDue(unfit)}, and can wait: ${why}.`;
	}
	if (open) {
		const time = done > 0 ? `what is left of your ${given} minutes` : `your ${given} minutes`;
		const beside = mock ? ' beside the interview' : '';
		return `${cardsDue(reviews + unfit)}, more than fit into ${time}${beside}: the weakest come first${kind === 'taper' ? '' : ', and nothing new meanwhile'}.`;
	}
	return mock
		? `${cardsDue(unfit)}, and can wait: today’s time is for the interview.`
		: `${cardsDue(unfit)}, and can wait: the work of your ${given} minutes is done.`;
}

export interface Aside {
	name: string;
	line: string;
	href: string;
}

/** What stands beside the cards of the day. */
export function asideOf(
	{ kind, mock, drill, refresh }: PlannedDay,
	hrefs: { mock: string; drills: string; refresh: string },
): Aside[] {
	const looks = refresh === 1 ? 'the weakest card' : `the ${refresh} weakest cards`;
	return [
		...(mock
			? [{ name: 'Mock interview', line: `${mock.title}, ${MOCK_MINUTES} min`, href: hrefs.mock }]
			: []),
		...(refresh > 0
			? [
					{
						name: kind === 'interview' ? 'A last look' : 'Look again',
						line: `${looks}, without a change of schedule`,
						href: hrefs.refresh,
					},
				]
			: []),
		...(drill
			? [{ name: 'Estimation drills', line: `${DRILL_MINUTES} min`, href: hrefs.drills }]
			: []),
	];
}
