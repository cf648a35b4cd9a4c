import { describe, expect, it, test } from 'vitest';
import { bytesOf, join } from '../../../../tests/support/build-zip.ts';
import { buildZstd, buildZstdBomb, zstdOfWindow } from '../../../../tests/support/build-zstd.ts';
import { ImportError } from '../import-error.ts';
import { isZstd, unpackZstd } from './unpack-zstd.ts';

const MIB = 2 ** 20;
const REAL = Uint8Array.from(
	atob('KLUv/WTwIv0AALhPbnNpdGUgcmVhZHMgcGFja2FnZXMuIAEArYfyswlijH2O'),
	(char) => char.charCodeAt(0),
);

function refusal(bytes: Uint8Array, most = 100 * MIB): string {
	try {
		unpackZstd(bytes, most, 'The collection');
	} catch (error) {
		if (error instanceof ImportError) return error.kind;
		throw error;
	}
	return 'none';
}

describe('unpackZstd', () => {
	it('unpacks a frame of the reference packer', () => {
		expect(unpackZstd(REAL, MIB, 'It')).toEqual(bytesOf('Onsite reads packages. '.repeat(400)));
		expect(isZstd(REAL)).toBe(true);
		expect(isZstd(bytesOf('SQLite format 3'))).toBe(false);
	});

	it('unpacks stored blocks, several frames, and passes over skippable ones', () => {
		const data = Uint8Array.from({ length: 300_000 }, (_, at) => (at * 7) & 0xff);
		expect(Buffer.compare(unpackZstd(buildZstd(data), MIB, 'It'), data)).toBe(0);
		expect(unpackZstd(buildZstd(new Uint8Array()), MIB, 'It')).toHaveLength(0);
		const skipped = Uint8Array.of(0x50, 0x2a, 0x4d, 0x18, 2, 0, 0, 0, 9, 9);
		const frames = join([skipped, buildZstd(bytesOf('one ')), skipped, buildZstd(bytesOf('two'))]);
		expect(unpackZstd(frames, MIB, 'It')).toEqual(bytesOf('one two'));
	});

	test.each<[string, string, Uint8Array]>([
		['nothing', 'damaged', new Uint8Array()],
		['other data', 'damaged', bytesOf('SQLite format 3')],
		['a frame cut short', 'damaged', REAL.slice(0, -9)],
		['a window of 4 GiB', 'too-large', zstdOfWindow(22)],
		['a window of 2 TiB', 'too-large', zstdOfWindow(31)],
		['a second frame with a large window', 'too-large', join([REAL, zstdOfWindow(20)])],
		['a dictionary', 'not-this-format', Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 1, 56, 7, 1, 0, 0)],
		['a bomb', 'too-large', buildZstdBomb(8192)],
	])('refuses %s as %s', (_, kind, bytes) => {
		expect(refusal(bytes)).toBe(kind);
	});

	it('holds a window of 8 MiB for enough and refuses the next', () => {
		expect(refusal(zstdOfWindow(13))).toBe('none');
		expect(refusal(zstdOfWindow(14))).toBe('too-large');
	});

	it('unpacks no more than asked for', () => {
		expect(refusal(buildZstdBomb(8), MIB)).toBe('none');
		expect(refusal(buildZstdBomb(8), MIB - 1)).toBe('too-large');
	});
});
