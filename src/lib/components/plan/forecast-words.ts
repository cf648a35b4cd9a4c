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
