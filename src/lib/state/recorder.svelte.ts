/** Records a talk-through in short pieces, each whole and in the database as soon as it ends. */
import { asDbError } from '$lib/db/db-error.ts';
import { addRecording, recordingsOf, type RecordingInfo } from '$lib/db/recordings.ts';
import type { Moment } from '$lib/interview/interview-event.ts';
import type { RecordingState } from '$lib/interview/recording-state.ts';
import type { App } from './app.svelte.ts';
import { newId } from './clock.ts';
import { deleteRecording } from './delete-recording.ts';

/** A crash loses at most so much, in ms. */
const PIECE_MS = 10_000;
/** Enough for speech; an hour is 14 MB. */
const BITS_A_SECOND = 32_000;
const TYPES = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'];

const REFUSALS: Record<string, string> = {
	NotAllowedError:
		'The microphone is not allowed. The interview goes on without it. You can allow it in the settings of the browser.',
	NotFoundError: 'No microphone was found. The interview goes on without it.',
	NotReadableError: 'Another app uses the microphone. The interview goes on without it.',
};
const REFUSED = 'The microphone cannot be used here. The interview goes on without it.';

/** One microphone at work: begun pieces are finished even when it is stopped meanwhile. */
interface Take {
	stream: MediaStream;
	/** Of the piece that is being recorded. */
	recorder?: MediaRecorder;
	timer?: ReturnType<typeof setTimeout>;
}

export class Recorder {
	state = $state<RecordingState>('off');
	/** Bytes of this interview on the device. */
	size = $state(0);
	/** Milliseconds of it. */
	length = $state(0);
	/** Why nothing is recorded, in words. */
	problem = $state<string>();
	readonly #app: App;
	readonly #interview: string;
	readonly #clocks: () => Moment;
	#take: Take | undefined;
	#seq = 0;
	#writing: Promise<unknown> = Promise.resolve();
	#hidden = () => {
		if (document.visibilityState === 'hidden') this.#nextPiece();
	};

	/** @param clocks both clocks of the device, as events are stamped */
	constructor(app: App, interview: string, clocks: () => Moment) {
		this.#app = app;
		this.#interview = interview;
		this.#clocks = clocks;
	}

	/** Reads what there is of this interview. */
	async load(): Promise<void> {
		try {
			this.#count(await recordingsOf(this.#app.db, this.#interview));
		} catch (problem) {
			this.problem = asDbError(problem).message;
		}
	}

	/** Asks for the microphone and begins. Never throws: a refusal stands in `problem`. */
	async start(): Promise<void> {
		if (this.state !== 'off') return;
		this.problem = undefined;
		this.state = 'asking';
		await this.load();
		try {
			if (!('MediaRecorder' in window)) throw new Error('no recorder');
			const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
			if (this.state !== 'asking') return stopTracks(stream);
			this.#take = { stream };
			this.state = 'recording';
			for (const track of stream.getTracks()) track.addEventListener('ended', this.#cutOff);
			document.addEventListener('visibilitychange', this.#hidden);
			this.#nextPiece();
		} catch (problem) {
			this.state = 'off';
			this.problem = (problem instanceof DOMException && REFUSALS[problem.name]) || REFUSED;
		}
	}

	/** Ends the piece that runs and lets the microphone go; resolves once all is stored. */
	async stop(): Promise<void> {
		const take = this.#take;
		this.state = 'off';
		this.#take = undefined;
		document.removeEventListener('visibilitychange', this.#hidden);
		if (take) {
			clearTimeout(take.timer);
			if (take.recorder?.state === 'recording') take.recorder.stop();
			stopTracks(take.stream);
		}
		// The last piece is handed over only after this.
		await new Promise((resolve) => setTimeout(resolve));
		await this.#writing;
	}

	/** Deletes the recording of this interview, with a way back as long as the message stands. */
	async remove(): Promise<void> {
		await this.stop();
		if (await deleteRecording(this.#app, this.#interview, () => void this.load())) this.#count([]);
	}

	#cutOff = (): void => {
		if (!this.#take) return;
		this.problem = 'The microphone was taken away. What was recorded is kept.';
		void this.stop();
	};

	/** The next piece begins before the one before ends, so that no word is lost between them. */
	#nextPiece(): void {
		const take = this.#take;
		if (!take) return;
		clearTimeout(take.timer);
		const before = take.recorder;
		const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type));
		const recorder = new MediaRecorder(take.stream, {
			audioBitsPerSecond: BITS_A_SECOND,
			...(mimeType === undefined ? {} : { mimeType }),
		});
		const at = this.#clocks();
		recorder.addEventListener('dataavailable', ({ data }) => this.#keep(at, recorder, data));
		recorder.start();
		take.recorder = recorder;
		if (before?.state === 'recording') before.stop();
		take.timer = setTimeout(() => this.#nextPiece(), PIECE_MS);
	}

	#keep(at: Moment, recorder: MediaRecorder, data: Blob): void {
		if (data.size === 0) return;
		const ms = Math.max(0, this.#clocks().mono - at.mono);
		const info = {
			...{ id: newId(), interview: this.#interview, seq: this.#seq++, at, ms },
			mime: recorder.mimeType || data.type,
		};
		this.#writing = this.#writing.then(async () => {
			try {
				this.#app.mustWrite();
				await addRecording(this.#app.db, info, await data.arrayBuffer());
				this.size += data.size;
				this.length += ms;
			} catch (problem) {
				// Going on would only fail again, every ten seconds.
				this.problem = `Recording has stopped. ${asDbError(problem).message}`;
				if (this.#take) void this.stop();
			}
		});
	}

	#count(pieces: readonly RecordingInfo[]): void {
		this.size = pieces.reduce((sum, { size }) => sum + size, 0);
		this.length = pieces.reduce((sum, { ms }) => sum + ms, 0);
		this.#seq = Math.max(-1, ...pieces.map(({ seq }) => seq)) + 1;
	}
}

function stopTracks(stream: MediaStream): void {
	for (const track of stream.getTracks()) track.stop();
}
