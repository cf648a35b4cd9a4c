/** Parts the index in two, so that a start loads only what the first card needs. */
import type { LearningPath, LibraryIndex, PatternSummary, Scenario } from './library.ts';
import { packPatterns, unpackPatterns, type PatternColumns } from './pattern-columns.ts';

type LateParts = Pick<LibraryIndex, 'groupings' | 'comparisons' | 'comparisonPages' | 'questions'>;

/** What only browsing needs: other names, one-liners, the reasons of paths, problems, groups, comparisons, interviews. */
export interface LibraryGuide extends LateParts {
	/** By pattern id. */
	patterns: Record<string, Pick<PatternSummary, 'aliases' | 'oneLine'>>;
	/** By path id, in the order of the path's steps. */
	whys: Record<string, string[]>;
	scenarios: Scenario[];
}

/** The rest, with the name of the file that holds the guide. */
export interface LibraryRoster extends Pick<LibraryIndex, 'version' | 'categories' | 'drills'> {
	guide: string;
	patterns: PatternColumns;
	paths: (Omit<LearningPath, 'stages'> & { stages: { title: string; steps: string[] }[] })[];
}

/** What is there of the parts that only browsing needs. */
function lateParts(parts: LateParts): LateParts {
	const { groupings, comparisons, comparisonPages, questions } = parts;
	return {
		...(groupings ? { groupings } : {}),
		...(comparisons ? { comparisons } : {}),
		...(comparisonPages ? { comparisonPages } : {}),
		...(questions ? { questions } : {}),
	};
}

/** @param nameOf gives the file name of the guide */
export function splitIndex(
	index: LibraryIndex,
	nameOf: (guide: LibraryGuide) => string,
): LibraryRoster {
	const guide: LibraryGuide = {
		...{ patterns: {}, whys: {}, scenarios: index.scenarios ?? [] },
		...lateParts(index),
	};
	const patterns = index.patterns.map(({ aliases, oneLine, ...rest }) => {
		guide.patterns[rest.id] = { aliases, oneLine };
		return rest;
	});
	const paths = index.paths.map((path) => {
		guide.whys[path.id] = path.stages.flatMap(({ steps }) => steps.map(({ why }) => why));
		return {
			...path,
			stages: path.stages.map(({ title, steps }) => ({ title, steps: steps.map(({ id }) => id) })),
		};
	});
	const { version, categories, drills } = index;
	const file = nameOf(guide);
	return {
		...{ version, guide: file, categories, patterns: packPatterns(patterns), paths },
		...(drills ? { drills } : {}),
	};
}

/** The index again; without the guide its texts are empty. */
export function joinIndex(roster: LibraryRoster, guide?: LibraryGuide): LibraryIndex {
	const { version, categories, drills } = roster;
	return {
		...{ version, categories, scenarios: guide?.scenarios ?? [] },
		...(guide ? lateParts(guide) : {}),
		...(drills ? { drills } : {}),
		patterns: unpackPatterns(roster.patterns).map((pattern) => ({
			...pattern,
			...(guide?.patterns[pattern.id] ?? { aliases: [], oneLine: '' }),
		})),
		paths: roster.paths.map((path) => {
			const whys = guide?.whys[path.id]?.values();
			return {
				...path,
				stages: path.stages.map(({ title, steps }) => ({
					title,
					steps: steps.map((id) => ({ id, why: whys?.next().value ?? '' })),
				})),
			};
		}),
	};
}
