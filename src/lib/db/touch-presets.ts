/** Tells edits that may change by which options cards are scheduled. */
import type { RecordKind } from './record.ts';

/** Whether such edits may change by which weights a card is scheduled. */
export function touchPresets(edits: readonly { kind: RecordKind }[]): boolean {
	return edits.some(({ kind }) => kind === 'deck' || kind === 'preset');
}
