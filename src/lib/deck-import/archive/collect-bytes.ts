/** Takes in unpacked bytes and stops at a limit, whatever a header promised. */
import { ImportError } from '../import-error.ts';
import { inWords } from '../limits.ts';

export class ByteCollector {
	private readonly chunks: Uint8Array[] = [];
	length = 0;

	/** @param what the thing that is unpacked, for the message */
	constructor(
		private readonly most: number,
		private readonly what: string,
	) {}

	/** @throws ImportError `too-large` with the first byte beyond the limit */
	add(chunk: Uint8Array): void {
		if (this.length + chunk.length > this.most) {
			throw new ImportError(
				'too-large',
				`${this.what} unpacks to more than ${inWords(this.most)}.`,
			);
		}
		if (chunk.length === 0) return;
		this.length += chunk.length;
		// The unpacker may use its buffer again.
		this.chunks.push(chunk.slice());
	}

	bytes(): Uint8Array<ArrayBuffer> {
		const all = new Uint8Array(this.length);
		let at = 0;
		for (const chunk of this.chunks) {
			all.set(chunk, at);
			at += chunk.length;
		}
		return all;
	}
}
