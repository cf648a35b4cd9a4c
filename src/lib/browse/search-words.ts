/** The words that the search language knows besides its names. */
import { CARD_KINDS, LEVELS } from '../content/card.ts';
import type { SearchKind } from './search-node.ts';

export const SEARCH_KINDS: readonly SearchKind[] = [...CARD_KINDS, 'drill'];
export const SEARCH_LEVELS = LEVELS;
