/** Ends the reading of a search; `readSearch` hands out the problem instead. */
import type { SearchProblem } from './search-node.ts';

export class SearchError extends Error {
	override name = 'SearchError';
	readonly problem: SearchProblem;

	constructor(problem: SearchProblem) {
		super(problem.what);
		this.problem = problem;
	}
}
