/** A kept forecast in words: what a day was foreseen to hold, and what it held. */
import { dayInWords } from '$lib/scheduler/card-standing.ts';
import type { DayForecast, KeptForecast } from '$lib/statistics/day-forecast.ts';

/** `42 cards in 11 min, 38 recalled`. */
function sayForecast({ reviews, recalled, fresh, minutes }: DayForecast): string {
	const cards = Math.round(reviews + fresh);
	const began = fresh > 0 ? `, ${Math.round(fresh)} of them new` : '';
	return `${cards} ${cards === 1 ? 'card' : 'cards'}${began}, in ${Math.round(minutes)} min, ${Math.round(recalled)} of ${Math.round(reviews)} recalled`;
}

/** The last forecast against its day, in two sentences. */
export function forecastSentence({ day, foreseen, came }: KeptForecast, today: number): string {
	const whose =
		day === today - 1 ? 'Yesterday’s forecast' : `The forecast of ${dayInWords(day, today)}`;
	const told = `${whose}: ${sayForecast(foreseen)}.`;
	if (came.reviews + came.fresh === 0) return `${told} Nothing was answered that day.`;
	return `${told} It was ${sayForecast(came)}.`;
}

/** How far the forecasts of several days can be relied on; '' where no review was answered on them. */
export function calibrationSentence(forecasts: readonly KeptForecast[]): string {
	const told = forecasts.filter(({ foreseen, came }) => foreseen.reviews > 0 && came.reviews > 0);
	const sum = (of: (each: KeptForecast) => number) => told.reduce((all, each) => all + of(each), 0);
	const reviews = sum(({ came }) => came.reviews);
	if (reviews === 0) return '';
	// Of the reviews that were answered: those that were not are no error of the forecast.
	const foreseen = sum(
		({ foreseen: { recalled, reviews: all }, came }) => (came.reviews * recalled) / all,
	);
	const percent = (part: number) => Math.round((100 * part) / reviews);
	const [expected, real] = [percent(foreseen), percent(sum(({ came }) => came.recalled))];
	const days = told.length === 1 ? 'On that day' : `Over ${told.length} days`;
	const off =
		expected === real
			? 'as foreseen'
			: `${Math.abs(real - expected)} ${Math.abs(real - expected) === 1 ? 'point' : 'points'} ${real > expected ? 'more' : 'less'} than foreseen`;
	return `${days} you recalled ${real}% of ${reviews} reviews, ${off}.`;
}
