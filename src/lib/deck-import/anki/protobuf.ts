/** Reads protobuf messages by field number: as much of it as Anki's collections need. */
import { ImportError } from '../import-error.ts';

const broken = (): ImportError =>
	new ImportError('damaged', 'A list within the package is damaged.');

type Wire = number | Uint8Array;

const utf8 = new TextDecoder();

/** The fields of one message; what is missing or of another kind reads as its default. */
export class Message {
	private readonly fields = new Map<number, Wire[]>();

	/** @throws ImportError `damaged` */
	constructor(bytes: Uint8Array) {
		const cursor = { bytes, at: 0 };
		while (cursor.at < bytes.length) {
			const tag = varint(cursor);
			const field = Math.floor(tag / 8);
			const value = wireValue(cursor, tag % 8);
			const values = this.fields.get(field);
			if (values) values.push(value);
			else this.fields.set(field, [value]);
		}
	}

	/** The last value of a number, as protobuf asks; 0 where there is none. */
	number(field: number): number {
		const value = this.fields.get(field)?.at(-1);
		return typeof value === 'number' ? value : 0;
	}

	/** A 32-bit float; undefined where there is none. */
	float(field: number): number | undefined {
		const value = this.fields.get(field)?.at(-1);
		return value instanceof Uint8Array && value.length === 4 ? floatAt(value, 0) : undefined;
	}

	/** Floats, packed or one by one. */
	floats(field: number): number[] {
		return (this.fields.get(field) ?? []).flatMap((value) => {
			if (!(value instanceof Uint8Array)) return [];
			const count = Math.floor(value.length / 4);
			return Array.from({ length: count }, (_, at) => floatAt(value, at * 4));
		});
	}

	text(field: number): string {
		return utf8.decode(this.bytes(field));
	}

	/** Empty where there is none. */
	bytes(field: number): Uint8Array {
		const value = this.fields.get(field)?.at(-1);
		return value instanceof Uint8Array ? value : new Uint8Array();
	}

	has(field: number): boolean {
		return this.fields.has(field);
	}

	message(field: number): Message {
		return new Message(this.bytes(field));
	}

	/** Every value of a repeated message. */
	all(field: number): Uint8Array[] {
		return (this.fields.get(field) ?? []).filter((value) => value instanceof Uint8Array);
	}
}

interface Cursor {
	bytes: Uint8Array;
	at: number;
}

/** Up to 64 bits; beyond 2^53 digits are lost, which no field that is read here reaches. */
function varint(cursor: Cursor): number {
	let value = 0;
	for (let place = 0; place < 10; place++) {
		const byte = cursor.bytes[cursor.at++];
		if (byte === undefined) throw broken();
		value += (byte & 0x7f) * 2 ** (7 * place);
		if (byte < 0x80) return value;
	}
	throw broken();
}

function wireValue(cursor: Cursor, type: number): Wire {
	if (type === 0) return varint(cursor);
	const length = type === 1 ? 8 : type === 5 ? 4 : type === 2 ? varint(cursor) : -1;
	if (length < 0 || cursor.at + length > cursor.bytes.length) throw broken();
	cursor.at += length;
	return cursor.bytes.subarray(cursor.at - length, cursor.at);
}

function floatAt(bytes: Uint8Array, at: number): number {
	return new DataView(bytes.buffer, bytes.byteOffset).getFloat32(at, true);
}
