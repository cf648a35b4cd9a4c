/** Says a verdict in words: what it is, how far off, and against what. */
import type { AskAnswer } from '$lib/estimation/answer-ask.ts';
import { BAND_WORDS } from '$lib/estimation/band.ts';
import type { AskBand } from '$lib/estimation/drill-attempt.ts';
import { formatQuantity } from '$lib/estimation/format-quantity.ts';
import { sayNumber } from '$lib/estimation/number-scales.ts';
import { groupDigits } from '$lib/estimation/short-number.ts';
import type { Target } from '$lib/estimation/target.ts';

/** How an answer went, in three steps; a mark and a word go with each. */
export type Tone = 'right' | 'near' | 'missed' | 'open';

export function toneOf(band: AskBand): Tone {
	if (band === 'spot-on' || band === 'good') return 'right';
	if (band === 'same-order') return 'near';
	return band === 'skipped' ? 'open' : 'missed';
}

const UNIT_WORDS = {
	'missing-unit': 'No unit',
	'wrong-unit': 'Another unit',
	skipped: 'Left open',
} as const;

/** The verdict as a headline and what it means. */
export function headOf({ band, verdict }: AskAnswer): { head: string; detail: string } {
	if (band === 'missing-unit' || band === 'wrong-unit' || band === 'skipped') {
		const detail =
			verdict?.kind === 'unit' ? verdict.message : 'Go through the solution, then try it again.';
		return { head: UNIT_WORDS[band], detail };
	}
	const [head = '', detail = ''] = BAND_WORDS[band].split(': ');
	return { head, detail: detail && detail[0]?.toUpperCase() + detail.slice(1) + '.' };
}

/** In a word or two, for lists. */
export function shortHead(band: AskBand): string {
	if (band === 'missing-unit' || band === 'wrong-unit' || band === 'skipped') {
		return UNIT_WORDS[band];
	}
	return BAND_WORDS[band].split(':')[0] ?? '';
}

/** "1.9 times too high"; '' where it is near enough, or not a matter of size. */
export function distanceOf({ verdict, ask }: AskAnswer): string {
	if (verdict?.kind !== 'size' || verdict.side === 'even' || verdict.ratio < 1.05) return '';
	if (ask.target.tolerance === 'exact') return '';
	const over = verdict.side === 'over';
	if (ask.target.tolerance === 'availability') {
		if (!Number.isFinite(verdict.ratio)) return 'It leaves no room for any failure';
		return `${timesIn(verdict.ratio)} ${over ? 'the' : 'less'} downtime`;
	}
	return `${timesIn(verdict.ratio)} too ${over ? 'high' : 'low'}`;
}

function timesIn(ratio: number): string {
	if (ratio < 1.095) return `${Math.round((ratio - 1) * 100)}%`;
	return `${ratio < 1e6 ? groupDigits(String(Number(ratio.toPrecision(2)))) : sayNumber(ratio, 2)}×`;
}

/** What was aimed at: one amount, or where sources disagree the range of them. */
export function targetText({ quantity, between }: Target): string {
	if (!between || between.low === between.high) return formatQuantity(quantity);
	const end = (value: number) => formatQuantity({ ...quantity, value });
	return `${end(between.low)} to ${end(between.high)}`;
}

/** `1:04`. @param ms */
export function clockText(ms: number): string {
	const seconds = Math.max(0, Math.floor(ms / 1000));
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
