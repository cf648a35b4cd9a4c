/** Damages bytes as disks, networks and attackers do. */
import fc from 'fast-check';

export type Damage =
	| { kind: 'flip'; at: number; bit: number }
	| { kind: 'set'; at: number; byte: number }
	| { kind: 'cut'; at: number; length: number }
	| { kind: 'repeat'; at: number; length: number }
	| { kind: 'insert'; at: number; bytes: Uint8Array };

const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const length = fc.integer({ min: 1, max: 64 });

/** Up to eight damages; places are shares of the length, so that they fit any seed. */
export const damages: fc.Arbitrary<Damage[]> = fc.array(
	fc.oneof(
		fc.record({ kind: fc.constant('flip' as const), at: place, bit: fc.nat({ max: 7 }) }),
		fc.record({
			kind: fc.constant('set' as const),
			at: place,
			byte: fc.constantFrom(0, 1, 127, 128, 255),
		}),
		fc.record({ kind: fc.constant('cut' as const), at: place, length }),
		fc.record({ kind: fc.constant('repeat' as const), at: place, length }),
		fc.record({
			kind: fc.constant('insert' as const),
			at: place,
			bytes: fc.uint8Array({ minLength: 1, maxLength: 16 }),
		}),
	),
	{ minLength: 1, maxLength: 8 },
);

/** A damaged copy. */
export function mutateBytes(seed: Uint8Array, list: readonly Damage[]): Uint8Array<ArrayBuffer> {
	return list.reduce<Uint8Array<ArrayBuffer>>((bytes, damage) => {
		const at = Math.floor(damage.at * bytes.length);
		const splice = (removed: number, added: Uint8Array) => {
			const next = new Uint8Array(
				bytes.length - Math.min(removed, bytes.length - at) + added.length,
			);
			next.set(bytes.subarray(0, at));
			next.set(added, at);
			next.set(bytes.subarray(at + removed), at + added.length);
			return next;
		};
		switch (damage.kind) {
			case 'flip':
				return splice(1, Uint8Array.of((bytes[at] ?? 0) ^ (1 << damage.bit)));
			case 'set':
				return splice(1, Uint8Array.of(damage.byte));
			case 'cut':
				return splice(damage.length, new Uint8Array());
			case 'repeat':
				return splice(0, bytes.slice(at, at + damage.length));
			case 'insert':
				return splice(0, damage.bytes);
		}
	}, Uint8Array.from(seed));
}
