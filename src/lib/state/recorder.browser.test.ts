import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { recordingBytes, recordingsOf } from '../db/recordings.ts';
import type { OnsiteDb } from '../db/schema.ts';
import { openReady } from '../../../tests/support/student.ts';
import type { App } from './app.svelte.ts';
import { Recorder } from './recorder.svelte.ts';
import { Toasts } from './toasts.svelte.ts';

const INTERVIEW = '01900000-0000-7000-8000-000000000001';

let db: OnsiteDb;
let toasts: Toasts;
let sound: AudioContext;

/** A tone instead of a microphone. */
function tone(): MediaStream {
	const target = sound.createMediaStreamDestination();
	const source = sound.createOscillator();
	source.connect(target);
	source.start();
	return target.stream;
}

function recorderOf(): Recorder {
	const app = {
		...{ db, toasts, mustWrite: () => {} },
		attempt: (write: () => Promise<unknown>) => write().then(() => true),
	} as unknown as App;
	const clocks = () => ({ wall: Date.now(), mono: performance.now(), page: 'test' });
	return new Recorder(app, INTERVIEW, clocks);
}

function microphone(answer: () => Promise<MediaStream>): void {
	vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockImplementation(answer);
}

beforeEach(async () => {
	db = await openReady();
	toasts = new Toasts();
	sound = new AudioContext();
	// Without a press a page may make no sound, and what is silent has no frames.
	const button = document.createElement('button');
	button.textContent = 'Go';
	document.body.append(button);
	await userEvent.click(button);
	button.remove();
	await sound.resume();
});

afterEach(async () => {
	vi.restoreAllMocks();
	await sound.close();
	db.close();
});

describe('recording', () => {
	it('stores whole pieces that can be played, deletes them, and brings them back', async () => {
		microphone(async () => tone());
		const recorder = recorderOf();
		await recorder.start();
		expect(recorder.state).toBe('recording');
		// As when the phone is put away: the piece so far must not wait for its ten seconds.
		await new Promise((resolve) => setTimeout(resolve, 400));
		vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
		document.dispatchEvent(new Event('visibilitychange'));
		await expect.poll(async () => (await recordingsOf(db, INTERVIEW)).length).toBe(1);
		await new Promise((resolve) => setTimeout(resolve, 300));
		await recorder.stop();
		await expect.poll(async () => (await recordingsOf(db, INTERVIEW)).length).toBe(2);
		const pieces = await recordingsOf(db, INTERVIEW);
		expect(pieces.map(({ seq }) => seq)).toEqual([0, 1]);
		for (const { id, size, ms } of pieces) {
			expect(ms).toBeGreaterThan(100);
			const bytes = await recordingBytes(db, id);
			expect(bytes?.byteLength).toBe(size);
			const heard = await sound.decodeAudioData(bytes ?? new ArrayBuffer(0));
			expect(heard.duration).toBeGreaterThan(0.1);
		}
		expect(recorder.size).toBe(pieces.reduce((sum, { size }) => sum + size, 0));

		await recorder.remove();
		expect(recorder.size).toBe(0);
		expect(await recordingsOf(db, INTERVIEW)).toEqual([]);
		toasts.list[0]?.action?.run();
		await expect.poll(() => recordingsOf(db, INTERVIEW)).toEqual(pieces);
	});

	it('counts on after a reload', async () => {
		microphone(async () => tone());
		for (const seq of [0, 1]) {
			const recorder = recorderOf();
			await recorder.start();
			await new Promise((resolve) => setTimeout(resolve, 250));
			await recorder.stop();
			await expect.poll(async () => (await recordingsOf(db, INTERVIEW)).at(-1)?.seq).toBe(seq);
		}
	});

	it.each([
		['NotAllowedError', /not allowed/],
		['NotFoundError', /No microphone/],
		['NotReadableError', /Another app/],
		['SecurityError', /cannot be used here/],
	])('says %s in words, and is off', async (name, words) => {
		microphone(async () => {
			throw new DOMException('no', name);
		});
		const recorder = recorderOf();
		await recorder.start();
		expect(recorder.state).toBe('off');
		expect(recorder.problem).toMatch(words);
		expect(recorder.problem).toContain('interview goes on');
	});

	it('keeps what there is when the microphone is pulled out', async () => {
		const stream = tone();
		microphone(async () => stream);
		const recorder = recorderOf();
		await recorder.start();
		await new Promise((resolve) => setTimeout(resolve, 250));
		stream.getTracks()[0]?.dispatchEvent(new Event('ended'));
		expect(recorder.state).toBe('off');
		expect(recorder.problem).toContain('taken away');
		await expect.poll(async () => (await recordingsOf(db, INTERVIEW)).length).toBe(1);
	});
});
