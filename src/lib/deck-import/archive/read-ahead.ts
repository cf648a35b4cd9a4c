/** Begins to read what follows while one thing is looked at: of small things a few, so that the memory stays small. */

const THINGS_AHEAD = 4;
const BYTES_AHEAD = 8 * 1024 * 1024;

export interface Readable<Content> {
	/** Bytes that it takes once it is read. */
	size: number;
	read: () => Promise<Content>;
}

/** The contents in the order of the things. @throws what reading one throws, when its turn comes */
export async function* readAhead<Content>(
	things: readonly Readable<Content>[],
): AsyncGenerator<Content, void> {
	const begun: { size: number; content: Promise<Content> }[] = [];
	let bytes = 0;
	let next = 0;
	const begin = ({ size, read }: Readable<Content>) => {
		const content = read();
		// Told when its turn comes.
		content.catch(() => {});
		begun.push({ size, content });
		bytes += size;
		next += 1;
	};
	for (;;) {
		for (let thing = things[next]; thing; thing = things[next]) {
			const hasRoom = begun.length < THINGS_AHEAD && bytes + thing.size <= BYTES_AHEAD;
			if (begun.length > 0 && !hasRoom) break;
			begin(thing);
		}
		const first = begun.shift();
		if (!first) return;
		yield await first.content;
		bytes -= first.size;
	}
}
