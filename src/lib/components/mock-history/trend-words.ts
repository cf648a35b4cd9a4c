/** What a row of levels or gaps means, in a sentence. */
import type { Reached } from '$lib/interview/score-interview.ts';
import { REACHED_NAMES } from '../mock-result/result-words.ts';

/** Oldest first. */
export function levelSentence(levels: readonly Reached[]): string {
	const [first, last] = [levels[0], levels.at(-1)];
	if (first === undefined || last === undefined) return 'Not shown yet';
	const now = REACHED_NAMES[last];
	if (levels.length === 1) return now;
	if (levels.every((level) => level === last)) return `${now} each time`;
	if (last > first) return `${now}, up from ${REACHED_NAMES[first].toLowerCase()}`;
	if (last < first) return `${now}, down from ${REACHED_NAMES[first].toLowerCase()}`;
	return `${now}, as at first`;
}

const CLOSE = 0.25;

/** @param gaps guessed less reached on average, oldest first */
export function gapSentence(gaps: readonly number[]): string {
	const [first, last] = [gaps[0], gaps.at(-1)];
	if (first === undefined || last === undefined) return '';
	const near = Math.abs(last) < CLOSE;
	const size = `${Math.abs(last).toFixed(1)} of a level too ${last > 0 ? 'high' : 'low'}`;
	const now = near ? 'Your last guess was close' : `Your last guess was ${size}`;
	if (gaps.length === 1) return `${now}.`;
	const change = Math.abs(first) - Math.abs(last);
	if (change > CLOSE) return `${now}; you judge yourself better than at first.`;
	if (change < -CLOSE) return `${now}; at first you were closer.`;
	return near ? `${now}, as at first.` : `${now}, about as far off as at first.`;
}

/** The sentence over all dimensions: what moved most since the first interview. */
export function trendSentence(
	list: readonly { name: string; levels: readonly Reached[] }[],
): string {
	const moved = list.flatMap(({ name, levels }) => {
		const [first, last] = [levels[0], levels.at(-1)];
		return first === undefined || last === undefined ? [] : { name, by: last - first };
	});
	const up = moved.filter(({ by }) => by > 0).map(({ name }) => name.toLowerCase());
	const down = moved.filter(({ by }) => by < 0).map(({ name }) => name.toLowerCase());
	if (up.length === 0 && down.length === 0) return 'No dimension has moved since the first.';
	const said = (names: string[]) =>
		names.length > 3 ? `${names.length} dimensions` : names.join(', ');
	return [
		...(up.length > 0 ? [`Up since the first: ${said(up)}.`] : []),
		...(down.length > 0 ? [`Down: ${said(down)}.`] : []),
	].join(' ');
}
