/** Fits parameters apart from the screen: decodes the log, runs the optimizer of FSRS, judges what it found. */
import init, { Fsrs } from 'fsrs-browser';
import { runFit } from '$lib/statistics/run-fit.ts';
import type { PackedItems } from '$lib/statistics/fit-history.ts';
import { cardsOfLog } from './fit-log.ts';
import type { FitAnswerMessage, FitProblem, FitTask } from './fit-messages.ts';

/** What a worker has of its own; the page's types know it as a window. */
const scope = self as unknown as {
	postMessage(message: FitAnswerMessage): void;
	onmessage: (event: MessageEvent<FitTask>) => void;
};
/** Rounds that the optimizer makes over the answers. */
const ROUNDS = 5;

const tell = (message: FitAnswerMessage) => scope.postMessage(message);

scope.onmessage = (event) => {
	void fit(event.data);
};

async function fit({ wasm, material, current }: FitTask): Promise<void> {
	tell({ kind: 'progress', share: 0 });
	let problem: FitProblem = 'missing';
	try {
		const response = await fetch(wasm);
		if (!response.ok) throw new Error(`${wasm}: status ${response.status}`);
		problem = 'unsupported';
		const bytes = await response.arrayBuffer();
		if (!isWebAssembly(bytes)) problem = 'missing';
		await init({ module_or_path: bytes });
		problem = 'stopped';
		const result = runFit(cardsOfLog(material), current, optimize);
		tell({ kind: 'done', result });
	} catch (error) {
		tell({ kind: 'failed', problem, detail: String(error) });
	}
}

/** Hosts answer a missing file with a page. */
function isWebAssembly(bytes: ArrayBuffer): boolean {
	return bytes.byteLength > 4 && new DataView(bytes).getUint32(0) === 0x0061736d;
}

function optimize({ ratings, deltas, lengths }: PackedItems): number[] {
	const { console: out } = globalThis;
	const { info } = out;
	// The optimizer runs without a pause and says after each round how far it is; nothing else can ask it.
	out.info = (text: unknown) => {
		const round = /^epoch: (\d+)/.exec(String(text))?.[1];
		if (round) tell({ kind: 'progress', share: Number(round) / (ROUNDS + 1) });
	};
	try {
		return [...new Fsrs().computeParameters(ratings, deltas, lengths, null, true)];
	} finally {
		out.info = info;
	}
}
