/** Takes a stream of bytes piece by piece, so that a file need not fit into the memory. */

export class ByteReader {
	/** Bytes that were read from the stream. */
	size = 0;
	readonly #reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>;
	#waiting: Uint8Array<ArrayBuffer>[] = [];
	#length = 0;

	constructor(stream: ReadableStream<Uint8Array<ArrayBuffer>>) {
		this.#reader = stream.getReader();
	}

	/** The next bytes, fewer where the stream ends before. Throws what the stream throws. */
	async take(count: number): Promise<Uint8Array<ArrayBuffer>> {
		while (this.#length < count && (await this.#more()));
		const taken = new Uint8Array(Math.min(count, this.#length));
		let at = 0;
		while (at < taken.length) {
			const [first = taken] = this.#waiting;
			const part = first.subarray(0, taken.length - at);
			taken.set(part, at);
			at += part.length;
			if (part.length === first.length) this.#waiting.shift();
			else this.#waiting[0] = first.subarray(part.length);
		}
		this.#length -= taken.length;
		return taken;
	}

	/** The bytes up to a line end, which is passed over; `undefined` where there is none within `most` bytes. */
	async line(most: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
		let before = 0;
		for (let part = 0; ; part += 1) {
			if (part === this.#waiting.length && (before > most || !(await this.#more()))) {
				return undefined;
			}
			const piece = this.#waiting[part] ?? new Uint8Array();
			const end = piece.indexOf(10);
			if (end >= 0) {
				const line = await this.take(before + end + 1);
				return line.subarray(0, -1);
			}
			before += piece.length;
		}
	}

	/** How many bytes are left, reading them to the end of the stream or to `most`. */
	async rest(most: number): Promise<number> {
		let count = this.#length;
		this.#waiting = [];
		this.#length = 0;
		while (count <= most && (await this.#more())) {
			count += this.#length;
			this.#waiting = [];
			this.#length = 0;
		}
		return count;
	}

	async cancel(): Promise<void> {
		await this.#reader.cancel().catch(() => {});
	}

	async #more(): Promise<boolean> {
		const { done, value } = await this.#reader.read();
		if (done) return false;
		this.#waiting.push(value);
		this.#length += value.length;
		this.size += value.length;
		return true;
	}
}
