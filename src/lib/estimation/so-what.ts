/** Which decision a number drives: the choice that its size speaks for. */
import { unitByText } from './formula-unit.ts';
import type { AskInstance } from './drill-instance.ts';

export interface SoWhat {
	ask: string;
	options: readonly { say: string; why: string }[];
	/** The index of the choice that is right for the target. */
	right: number;
	/** Choices that may be argued for, since the target lies next to their limit; `right` among them. */
	accepted: readonly number[];
}

/** As near to a limit as this ratio, both sides of it are right. */
const NEAR = 1.25;

/** The last question of an ask; undefined where the author asks none. */
export function soWhatOf({ source, target }: AskInstance): SoWhat | undefined {
	const { so_what: asked, unit } = source;
	if (!asked) return undefined;
	const value = target.quantity.value / (unitByText(unit ?? '1')?.value ?? 1);
	const choices = asked.options.flatMap(({ up_to: limit = Infinity, never }, index) =>
		never ? [] : [{ limit, index }],
	);
	const holds = (size: number) => choices.find(({ limit }) => size <= limit)?.index;
	const right = holds(value) ?? choices.at(-1)?.index ?? 0;
	const accepted = new Set([right, holds(value / NEAR) ?? right, holds(value * NEAR) ?? right]);
	return {
		ask: asked.ask,
		options: asked.options.map(({ say, why }) => ({ say, why })),
		right,
		accepted: [...accepted].sort((a, b) => a - b),
	};
}
