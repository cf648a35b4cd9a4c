/** How a long reading tells where it is; whoever watches stops it by throwing. */

export type ImportStage =
	'fetch' | 'unpack' | 'notes' | 'cards' | 'history' | 'media' | 'judge' | 'write';

export interface ImportProgress {
	stage: ImportStage;
	done: number;
	/** 0 where it is not known. */
	total: number;
}

/** Called about every thousand records. Throw `ImportError('cancelled')` in it to stop. */
export type ImportWatch = (progress: ImportProgress) => void;

export const UNWATCHED: ImportWatch = () => {};
