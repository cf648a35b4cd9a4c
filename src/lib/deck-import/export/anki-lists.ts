/** The lists within an Anki collection of schema 11: note types, decks, presets, settings. */
import type { ImportedDeck, ImportedNoteType, ImportedPreset } from '../imported.ts';

const SORTS = { 'due-random': 0, retrievability: 7, overdueness: 12 };
const MIXES = { mixed: 0, 'new-last': 1, 'new-first': 2 };
const SHARES = { normal: 1, reduced: 0.5, minimum: 0 };

/** What Anki puts before a formula where nobody has said otherwise; without it LaTeX fails there. */
const LATEX_HEAD = [
	...['\\documentclass[12pt]{article}', '\\special{papersize=3in,5in}'],
	...['\\usepackage[utf8]{inputenc}', '\\usepackage{amssymb,amsmath}', '\\pagestyle{empty}'],
	...['\\setlength{\\parindent}{0in}', '\\begin{document}', ''],
].join('\n');

export function modelOf(type: ImportedNoteType, id: number, mod: number): object {
	return {
		...{ id, name: type.name, type: type.kind === 'plain' ? 0 : 1, mod, usn: -1, sortf: 0 },
		...{
			did: null,
			css: type.css,
			latexPre: LATEX_HEAD,
			latexPost: '\\end{document}',
			latexsvg: false,
			vers: [],
			tags: [],
		},
		originalStockKind: type.kind === 'occlusion' ? 6 : 0,
		req: type.templates.map((_, ord) => [ord, 'any', [0]]),
		flds: type.fields.map((name, ord) => ({
			...{ name, ord, sticky: false, rtl: false, font: 'Arial', size: 20, media: [] },
		})),
		tmpls: type.templates.map(({ name, front, back }, ord) => ({
			...{
				name,
				ord,
				qfmt: front,
				afmt: back,
				bqfmt: '',
				bafmt: '',
				did: null,
				bfont: '',
				bsize: 0,
			},
		})),
	};
}

export function deckOf(
	{ path, description }: Pick<ImportedDeck, 'path' | 'description'>,
	id: number,
	preset: number,
	mod: number,
): object {
	const today = { newToday: [0, 0], revToday: [0, 0], lrnToday: [0, 0], timeToday: [0, 0] };
	return {
		...{ id, name: path.join('::'), desc: description, conf: preset, mod, usn: -1, dyn: 0 },
		...{ collapsed: false, browserCollapsed: false, extendNew: 0, extendRev: 0, ...today },
	};
}

export function presetOf(
	{ name, options }: Pick<ImportedPreset, 'name' | 'options'>,
	id: number,
	mod: number,
): object {
	const {
		learningSteps = [1, 10],
		relearningSteps = [10],
		maximumInterval = 36_500,
		newPerDay = 20,
		reviewsPerDay = 200,
		leechThreshold = 8,
		leechAction = 'tag',
		answerCap = 60,
		autoplaySounds = true,
	} = options;
	return {
		...{
			id,
			name,
			mod,
			usn: -1,
			dyn: false,
			maxTaken: answerCap,
			timer: 0,
			autoplay: autoplaySounds,
			replayq: true,
		},
		new: {
			...{ delays: learningSteps, perDay: newPerDay, bury: options.buryNewSiblings ?? false },
			...{ ints: [1, 4, 0], initialFactor: 2500, order: 1 },
		},
		rev: {
			...{
				perDay: reviewsPerDay,
				maxIvl: maximumInterval,
				bury: options.buryReviewSiblings ?? false,
			},
			...{ ease4: 1.3, ivlFct: 1, hardFactor: 1.2 },
		},
		lapse: {
			...{
				delays: relearningSteps,
				leechFails: leechThreshold,
				leechAction: leechAction === 'tag' ? 1 : 0,
			},
			...{ minInt: 1, mult: 0 },
		},
		...(options.desiredRetention === undefined
			? {}
			: { desiredRetention: options.desiredRetention }),
		...(options.weights ? { fsrsParams6: options.weights } : {}),
		...(options.easyDays
			? { easyDaysPercentages: options.easyDays.map((day) => SHARES[day]) }
			: {}),
		...(options.newMix ? { newMix: MIXES[options.newMix] } : {}),
		...(options.reviewOrder ? { reviewOrder: SORTS[options.reviewOrder] } : {}),
	};
}

/** Days are counted in UTC from day 0, so that no zone comes into it. */
export function settingsOf(positions: number): object {
	return {
		...{ schedVer: 2, sched2021: true, creationOffset: 0, localOffset: 0, rollover: 4 },
		...{ curDeck: 1, activeDecks: [1], nextPos: positions, collapseTime: 1200, timeLim: 0 },
		...{ estTimes: true, dueCounts: true, addToCur: true, newSpread: 0, sortType: 'noteFld' },
		...{ sortBackwards: false, curModel: null, fsrs: true },
	};
}
