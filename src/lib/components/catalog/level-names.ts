/** How levels are named where people read them. */
import type { Level } from '$lib/content/card.ts';

export const LEVEL_NAMES: Record<Level, string> = {
	beginner: 'Beginner',
	intermediate: 'Intermediate',
	advanced: 'Advanced',
	expert: 'Expert',
};
