/** What a screen shows of recording. */

export type RecordingState =
	/** Nothing is recorded now. */
	| 'off'
	/** The browser asks whether the microphone may be used. */
	| 'asking'
	| 'recording';
