/** What each chart means, in one or two sentences. */
import { counted } from '../content/counted.ts';
import { dayInWords } from '../scheduler/card-standing.ts';
import { intervalInWords } from '../scheduler/interval-label.ts';
import type { Activity } from './activity.ts';
import type { Aim } from './aim.ts';
import type { Buttons, HourFigures } from './answer-shares.ts';
import { clearestGap, type Calibration } from './calibration.ts';
import type { DayAhead } from './future-due.ts';
import type { CurvePoint } from './learning-curve.ts';
import type { MemoryFigures } from './memory-figures.ts';
import { marginOf, shareOf, type Recall, type Retention } from './retention.ts';

/** Fewer cards say nothing of recall. */
const ENOUGH = 30;

/** `91%`; `–` where there is none. */
export function percent(share: number | null): string {
	return share === null ? '–' : `${Math.round(share * 100)}%`;
}

/** `40 s`, `9 min`, `2 h 5 min`. */
export function timeInWords(ms: number): string {
	const minutes = Math.round(ms / 60_000);
	if (ms < 60_000) return `${Math.round(ms / 1000)} s`;
	if (minutes < 60) return `${minutes} min`;
	const rest = minutes % 60;
	const hours = Math.floor(minutes / 60).toLocaleString('en-US');
	return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** Of the days of a range, those studied. @param days one entry a day */
export function calendarSentence(days: readonly Activity[], run: number): string {
	const studied = days.filter(({ answers }) => answers > 0).length;
	if (studied === 0) return 'No day of study in this time.';
	const begun = days.length - days.findIndex(({ answers }) => answers > 0);
	const share = `You studied on ${studied} of the last ${counted(begun, 'day')}`;
	return run > 1 ? `${share}; the present run has ${run} of them.` : `${share}.`;
}

/** What a day of study holds. @param days one entry a day */
export function activitySentence(days: readonly Activity[]): string {
	const studied = days.filter(({ answers }) => answers > 0);
	if (studied.length === 0) return 'No answers in this time.';
	const mean = (of: (day: Activity) => number) =>
		studied.reduce((sum, day) => sum + of(day), 0) / studied.length;
	const answers = counted(
		mean((day) => day.answers),
		'answer',
	);
	return `A day of study takes you ${timeInWords(mean(({ ms }) => ms))} for ${answers}.`;
}

/** What comes back, how much of it on an ordinary day, and when most. */
export function aheadSentence(ahead: readonly DayAhead[], today: number): string {
	const sums = ahead.map(({ due, fromNew }) => due + fromNew);
	const backlog = ahead[0]?.backlog ?? 0;
	const total = sums.reduce((sum, count) => sum + count, 0);
	const behind = backlog > 0 ? `${counted(backlog, 'card')} waited before today. ` : '';
	if (total === 0) return `${behind}Nothing more comes back in this time.`;
	const most = sums.reduce((best, count, at) => (count > (sums[best] ?? 0) ? at : best), 0);
	const when = most === 0 ? 'today' : `on ${dayInWords(today + most, today)}`;
	const usual = counted(total / ahead.length, 'review');
	const count = Math.round(sums[most] ?? 0);
	return `${behind}By the dates that stand about ${usual} a day come back, the most ${when} (${count}). Each answer adds a later date, so that it will be more.`;
}

/** Recall against what was aimed at, where there are enough answers to tell. */
export function retentionSentence({ all }: Retention, { target, parts }: Aim): string {
	const share = shareOf(all);
	if (share === null || target === null)
		return 'No card has come back after a day or more in this time.';
	const known = `You recalled ${percent(share)} of the ${counted(all.asked, 'card')} that came back`;
	const margin = marginOf(all);
	const who = parts.length > 1 ? 'their decks aim at together' : 'you aim at';
	const aim = `the ${percent(target)} that ${who}`;
	if (margin > 0.08) return `${known}. That is too few to compare with ${aim}.`;
	if (share > target + margin) return `${known}, more than ${aim}.`;
	if (share < target - margin) return `${known}, fewer than ${aim}.`;
	return `${known}, as ${who} (${percent(target)}).`;
}

/** Whether what was foreseen came true. */
export function calibrationSentence(calibration: Calibration): string {
	const { asked, recalled, foreseen } = calibration;
	if (asked === 0) return 'No card has come back yet whose recall could be foreseen.';
	const share = shareOf({ asked, recalled });
	const both = `It was foreseen that you recall ${percent(foreseen)} of ${counted(asked, 'card')}; you recalled ${percent(share)}`;
	if (asked < ENOUGH) return `${both}. That is too few to judge by.`;
	const gap = clearestGap(calibration);
	if (!gap) return `${both}. Nowhere is the difference more than chance.`;
	const side = gap.recalled / gap.asked > gap.foreseen ? 'more' : 'less';
	return `${both}. Of what was foreseen at ${percent(gap.foreseen)} you recall ${side}: ${percent(shareOf(gap))}.`;
}

/** How often Again is pressed. */
export function buttonsSentence(buttons: readonly Buttons[]): string {
	const shares = buttons.filter(({ total }) => total > 0);
	if (shares.length === 0) return 'No answers in this time.';
	const parts = shares.map(
		({ name, presses, total }) =>
			`${percent(presses[1] / total)} ${name === 'Learning' ? 'while learning' : `of ${name.toLowerCase()} cards`}`,
	);
	const listed =
		parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : parts[0];
	return `Again was your answer to ${listed}. Hard counts as recalled.`;
}

/** When most is answered, and whether an hour recalls clearly better than the rest. */
export function hoursSentence(hours: readonly HourFigures[]): string {
	const total = hours.reduce((sum, { answers }) => sum + answers, 0);
	if (total === 0) return 'No answers in this time.';
	const most = hours.reduce((best, each) => (each.answers > best.answers ? each : best));
	const usual = `You answer most between ${span(most.hour)}.`;
	const all = hours.reduce(
		(sum, { asked, recalled }): Recall => ({
			asked: sum.asked + asked,
			recalled: sum.recalled + recalled,
		}),
		{ asked: 0, recalled: 0 },
	);
	const differs = hours
		.filter(({ asked }) => asked >= ENOUGH)
		.map((each) => ({ ...each, gap: (shareOf(each) ?? 0) - (shareOf(all) ?? 0) }))
		.filter((each) => Math.abs(each.gap) > marginOf(each))
		.sort((a, b) => Math.abs(b.gap) - Math.abs(a.gap))[0];
	if (!differs) return `${usual} No hour recalls clearly better or worse.`;
	const how = differs.gap > 0 ? 'best' : 'least';
	return `${usual} You recall ${how} between ${span(differs.hour)}, ${percent(shareOf(differs))}.`;
}

/** `9 and 10`, on a clock of 24 hours. */
function span(hour: number): string {
	return `${hour}:00 and ${hour + 1}:00`;
}

/** What would be known if all cards were asked now. */
export function recallSentence({ known, recall }: MemoryFigures): string {
	if (recall.cards === 0) return 'No card has been answered yet.';
	return `Asked all ${counted(recall.cards, 'card')} that you have begun right now, you would know about ${Math.round(known).toLocaleString('en-US')}.`;
}

export function intervalSentence({ interval: { median } }: MemoryFigures): string {
	if (median === null) return 'No card has left its learning steps yet.';
	return `Half of your cards come back after ${intervalInWords(median)} or more.`;
}

export function stabilitySentence({ stability: { median } }: MemoryFigures): string {
	if (median === null) return 'No card has been answered yet.';
	return `For half of your cards it takes ${intervalInWords(median)} or more until recall falls to 90%.`;
}

export function difficultySentence({ difficulty: { median } }: MemoryFigures): string {
	if (median === null) return 'No card has been answered yet.';
	return `The middle card has a difficulty of ${median.toFixed(1)} on a scale from 1 to 10.`;
}

/** Where a path stands. @param cards there are in it */
export function curveSentence(points: readonly CurvePoint[], cards: number): string {
	const { started = 0, held = 0 } = points.at(-1) ?? {};
	if (started === 0) return `None of its ${counted(cards, 'card')} is begun.`;
	return `${started} of ${counted(cards, 'card')} begun; ${held} hold for three weeks or more.`;
}

/** The group that is recalled least, where enough came back to say so. */
export function groupsSentence(groups: readonly ({ name: string } & Recall)[]): string {
	const told = groups
		.filter(({ asked }) => asked >= ENOUGH)
		.sort((a, b) => (shareOf(a) ?? 0) - (shareOf(b) ?? 0));
	const [least] = told;
	if (!least) return `Which of them you recall least shows after ${ENOUGH} cards that came back.`;
	const best = told.at(-1);
	if (!best || best === least) return `You recall ${percent(shareOf(least))} in ${least.name}.`;
	return `You recall least in ${least.name}, ${percent(shareOf(least))}, and most in ${best.name}, ${percent(shareOf(best))}.`;
}

/** What cards that keep being forgotten ask for. @param leeches how many there are */
export function leechSentence(leeches: number): string {
	return leeches === 1
		? '1 card costs more time than it gives back. Rewrite or split it rather than repeat it.'
		: `${counted(leeches, 'card')} cost more time than they give back. Rewrite or split them rather than repeat them.`;
}
