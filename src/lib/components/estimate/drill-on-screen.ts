/** What a screen needs of a drill under way, and what can be done with it. */
import type { AskAnswer } from '$lib/estimation/answer-ask.ts';
import type { GradeSuggestion } from '$lib/estimation/band.ts';
import type { AskInstance, DrillInstance } from '$lib/estimation/drill-instance.ts';
import type { EntryFault } from '$lib/estimation/entry-fault.ts';
import type { PadLine } from '$lib/estimation/read-pad.ts';
import type { Reading } from '$lib/estimation/read-entry.ts';
import type { SoWhat } from '$lib/estimation/so-what.ts';
import type { WorkedStep } from '$lib/estimation/worked-steps.ts';

export interface DrillOnScreen {
	readonly drill: DrillInstance;
	/** What stands in the field of the ask that is up. */
	entry: string;
	/** Lines of the scratch pad, parted by \n. */
	pad: string;
	readonly padLines: readonly PadLine[];
	/** One for each ask that was dealt with. */
	readonly answers: readonly AskAnswer[];
	readonly phase: 'asking' | 'told' | 'finished';
	readonly ask: AskInstance | undefined;
	readonly reading: Reading | EntryFault | undefined;
	/** Why the entry as it stands was not taken. */
	readonly refusalShown: EntryFault | undefined;
	readonly suggestion: GradeSuggestion | undefined;
	/** ms of looking at it so far. */
	readonly elapsed: number;
	submit(): boolean;
	skip(): void;
	choose(option: number): void;
	goOn(): void;
	decisionOf(ask: AskInstance): SoWhat | undefined;
	stepsOf(ask: AskInstance, from: 'own' | 'drill'): WorkedStep[];
}
