/** What can be done with the chosen cards. */
import type { Flag } from '$lib/scheduler/card-state.ts';

export type PlainAct =
	| ('study' | 'cram' | 'suspend' | 'unsuspend' | 'bury' | 'unbury')
	| ('forget' | 'export' | 'delete');

export type BulkAct =
	| { act: PlainAct }
	| { act: 'flag'; flag: Flag }
	| { act: 'move'; deckId: string; deck: string }
	| { act: 'tags'; add: string[]; remove: string[] }
	/** 0 for today. */
	| { act: 'due'; days: number };
