/** Whether what was foreseen came true: recall as FSRS knew it before each answer, against the answer. */
import { FORESEEN_SCALE, placeOf, RECALL_BINS, RECALL_BORDERS } from './day-sums.ts';
import type { Sums } from './log-range.ts';
import { marginOf, type Recall } from './retention.ts';

export interface CalibrationBin extends Recall {
	/** Borders of the foreseen recall, 0 to 1. */
	from: number;
	to: number;
	/** Mean foreseen recall of its cards, 0 to 1; the middle of the bin where it is empty. */
	foreseen: number;
}

export interface Calibration extends Recall {
	bins: CalibrationBin[];
	/** Mean foreseen recall, 0 to 1; 0 where nothing came back. */
	foreseen: number;
	/** Root of the mean square of foreseen less recalled over the bins, each by its cards. */
	error: number;
}

/** Of the answers that true retention counts; those of cards whose history begins in the middle are left out. */
export function calibrationIn(sums: Sums): Calibration {
	const bins = Array.from({ length: RECALL_BINS }, (_, bin): CalibrationBin => {
		const [from, to] = [RECALL_BORDERS[bin] ?? 0, RECALL_BORDERS[bin + 1] ?? 1];
		const asked = sums[placeOf.foreseenAsked(bin)] ?? 0;
		const sum = (sums[placeOf.foreseen(bin)] ?? 0) / FORESEEN_SCALE;
		return {
			...{ from, to, asked, recalled: sums[placeOf.foreseenRecalled(bin)] ?? 0 },
			foreseen: asked === 0 ? (from + to) / 2 : sum / asked,
		};
	});
	const total = (of: (bin: CalibrationBin) => number) =>
		bins.reduce((sum, bin) => sum + (bin.asked === 0 ? 0 : of(bin)), 0);
	const asked = total((bin) => bin.asked);
	const square = total((bin) => bin.asked * (bin.foreseen - bin.recalled / bin.asked) ** 2);
	return {
		...{ bins, asked, recalled: total((bin) => bin.recalled) },
		foreseen: asked === 0 ? 0 : total((bin) => bin.asked * bin.foreseen) / asked,
		error: asked === 0 ? 0 : Math.sqrt(square / asked),
	};
}

/** The bin that is off by more than chance explains, the one with the most cards; undefined for none. */
export function clearestGap({ bins }: Calibration): CalibrationBin | undefined {
	return bins
		.filter((bin) => bin.asked > 0)
		.filter((bin) => Math.abs(bin.recalled / bin.asked - bin.foreseen) > marginOf(bin))
		.sort((a, b) => b.asked - a.asked)[0];
}
