/** What is wrong with the numbers of drills, told with file and line as every mistake of the catalog is. */
import type { Mistake } from '../content/mistake.ts';
import type { ReadDrill } from '../content/read-drill.ts';
import { checkDrill } from './check-drill.ts';

/** Recomputes every stated number over many draws. Empty for sound drills; never throws. */
export function drillMistakes(drills: readonly ReadDrill[]): Mistake[] {
	return drills.flatMap(({ file, template, lineOf }) =>
		template
			? checkDrill(template).map(({ path, what, right }) => ({
					file,
					line: lineOf(path),
					what,
					right,
				}))
			: [],
	);
}
