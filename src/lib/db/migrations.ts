/** Every version of the database, oldest first; to change the schema, append one here and freeze its export. */
import type { Transaction } from 'dexie';

export interface SchemaVersion {
	version: number;
	/** Dexie's schema syntax; only the tables that change, `null` to drop one. */
	stores: Record<string, string | null>;
	/** Runs inside the upgrade's own transaction: await nothing but its tables. */
	upgrade?: (tx: Transaction) => PromiseLike<unknown>;
}

/**
 * Rows of each version are typed in schema.ts as they are now; an upgrade that reads an older shape
 * declares that shape beside itself, so that it still compiles when schema.ts has moved on.
 */
export const VERSIONS: readonly SchemaVersion[] = [
	{
		version: 1,
		stores: {
			cards: 'id, noteId, [deckId+queue+order+tie]',
			reviews: 'id, cardId, day',
			blocks: 'id',
			params: 'id',
			records: '[kind+id]',
			days: '[day+deckId]',
			dueCounts: '[deckId+day]',
			totals: 'deckId',
			actions: '++seq, undone',
			outbox: '++seq',
			meta: 'key',
		},
	},
	{
		version: 2,
		stores: { attempts: 'id, drill, day' },
	},
	{
		version: 3,
		stores: {
			interviews: 'id',
			interviewEvents: 'id, interview, [interview+kind]',
			drafts: '[interview+pane]',
			recordings: 'id, interview',
			recordingBytes: 'id',
		},
	},
	{
		version: 4,
		stores: { media: 'hash', imports: 'id' },
	},
];

/** The version that this code writes. */
export function newestVersion(versions: readonly SchemaVersion[] = VERSIONS): number {
	return Math.max(...versions.map(({ version }) => version));
}
