/** The options by which a deck is scheduled. */

export const REVIEW_ORDERS = ['due-random', 'retrievability', 'overdueness'] as const;
export type ReviewOrder = (typeof REVIEW_ORDERS)[number];

export const MIXES = ['mixed', 'new-first', 'new-last'] as const;
export type Mix = (typeof MIXES)[number];

/** How much of a weekday's ordinary load it may take: all, about half, or as good as none. */
export const EASY_DAYS = ['normal', 'reduced', 'minimum'] as const;
export type EasyDay = (typeof EASY_DAYS)[number];

export interface Preset {
	id: string;
	name: string;
	/** Probability of recall at which a card becomes due, 0.70 to 0.99. */
	desiredRetention: number;
	/** FSRS-6 parameters, 21 numbers. */
	weights: readonly number[];
	/** Minutes. */
	learningSteps: readonly number[];
	/** Minutes. */
	relearningSteps: readonly number[];
	/** Days. */
	maximumInterval: number;
	newPerDay: number;
	reviewsPerDay: number;
	/** New cards are offered even where reviews have used up the day's limit. */
	newIgnoresReviewLimit: boolean;
	reviewOrder: ReviewOrder;
	newMix: Mix;
	buryNewSiblings: boolean;
	buryReviewSiblings: boolean;
	/** Lapses at which a card is a leech, then again at every half of that; 0 means never. */
	leechThreshold: number;
	leechAction: 'tag' | 'suspend';
	/** Spread due dates within the fuzz range toward lighter days. */
	loadBalance: boolean;
	/** Monday first, seven entries. */
	easyDays: readonly EasyDay[];
	/** Seconds of a card's time that count at most; `say` and `diagram` cards are not capped. */
	answerCap: number;
	/** Sounds of a card begin by themselves when it is shown, those of its answer when that is. */
	autoplaySounds: boolean;
	/** Seconds: a learning card may come this early when nothing else is left. */
	learnAhead: number;
}
