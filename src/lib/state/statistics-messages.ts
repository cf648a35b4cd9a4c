/** What the page and the worker of the statistics say to each other. */
import type { Moment } from '$lib/scheduler/study-day.ts';
import type { CatalogParts } from './card-classes.ts';
import type { Figures } from './statistics-figures.ts';

/** Days that each choice looks back, and ahead. */
export const SPAN_DAYS = { month: 30, quarter: 90, year: 365, all: Infinity };
export type Span = keyof typeof SPAN_DAYS;

/** What is looked at. */
export interface Look {
	span: Span;
	/** Ids of the decks; `null` for all. */
	decks: readonly string[] | null;
	/** Id of the path whose curve is shown; '' for none. */
	path: string;
	now: Moment;
}

/** To the worker: first where the data are, then each time something else is looked at. */
export type StatisticsTask = ({ kind: 'open' } & StatisticsPlace) | { kind: 'look'; look: Look };

export interface StatisticsPlace {
	/** Its name, and the id of the installation that the page has opened. */
	database: string;
	install: string;
	/** Whether the count may be kept there. */
	keeps: boolean;
	catalog: CatalogParts;
}

/** From the worker: figures for the last look, again whenever the data change; or that there are none. */
export type StatisticsAnswer =
	{ kind: 'figures'; figures: Figures } | { kind: 'problem'; message: string };
