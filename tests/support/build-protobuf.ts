/** Writes protobuf messages from `[field, value]` pairs: numbers as varints, lists as packed floats. */
import { bytesOf, join } from './build-zip.ts';

export type ProtoValue = number | string | Uint8Array | readonly number[] | { float: number };

export function proto(
	...fields: readonly (readonly [field: number, value: ProtoValue])[]
): Uint8Array<ArrayBuffer> {
	return join(fields.map(([field, value]) => fieldBytes(field, value)));
}

function fieldBytes(field: number, value: ProtoValue): Uint8Array {
	if (typeof value === 'number') return join([varint(field * 8), varint(value)]);
	if (typeof value === 'object' && 'float' in value) {
		return join([varint(field * 8 + 5), floats([value.float])]);
	}
	const bytes =
		typeof value === 'string'
			? bytesOf(value)
			: value instanceof Uint8Array
				? value
				: floats(value);
	return join([varint(field * 8 + 2), varint(bytes.length), bytes]);
}

function floats(values: readonly number[]): Uint8Array {
	return new Uint8Array(Float32Array.from(values).buffer);
}

function varint(value: number): Uint8Array {
	const bytes: number[] = [];
	let rest = value;
	while (rest >= 128) {
		bytes.push((rest % 128) + 128);
		rest = Math.floor(rest / 128);
	}
	return Uint8Array.from([...bytes, rest]);
}
