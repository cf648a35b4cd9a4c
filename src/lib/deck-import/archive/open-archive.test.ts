import { describe, expect, it, test } from 'vitest';
import { buildZip, bytesOf, type ZipPart } from '../../../../tests/support/build-zip.ts';
import { ImportError } from '../import-error.ts';
import { LIMITS } from '../limits.ts';
import { openArchive } from './open-archive.ts';

const part = (name: string, text = name, more: Partial<ZipPart> = {}): ZipPart => ({
	...{ name, data: bytesOf(text) },
	...more,
});

/** The kind of the error with which an archive, or reading its first entry, is refused. */
async function refusal(bytes: Uint8Array, limits = LIMITS): Promise<string> {
	try {
		const archive = await openArchive(bytes, limits);
		for (const name of archive.names) await archive.read(name, 1e9);
	} catch (error) {
		if (error instanceof ImportError) return error.kind;
		throw error;
	}
	return 'none';
}

describe('openArchive', () => {
	it('gives back what was packed, deflated or stored', async () => {
		const archive = await openArchive(
			buildZip([
				part('0', 'zero'.repeat(99)),
				part('meta', 'm', { stored: true }),
				part('empty', ''),
			]),
		);
		expect(archive.names).toEqual(['0', 'meta', 'empty']);
		expect(await archive.read('0', 1000)).toEqual(bytesOf('zero'.repeat(99)));
		expect(await archive.read('meta', 1000)).toEqual(bytesOf('m'));
		expect(await archive.read('empty', 1000)).toEqual(bytesOf(''));
		expect([archive.has('0'), archive.has('1'), archive.size('0')]).toEqual([true, false, 396]);
		await expect(archive.read('0', 100)).rejects.toMatchObject({ kind: 'too-large' });
		await expect(archive.read('1', 100)).rejects.toMatchObject({ kind: 'damaged' });
	});

	it('takes names as keys, whatever they are called', async () => {
		const names = ['__proto__', 'constructor', 'con', 'Ärger.png', 'A\u0308rger.png', 'a b/ü.svg'];
		const archive = await openArchive(buildZip(names.map((name) => part(name))));
		expect(archive.names).toEqual(names);
		expect(await archive.read('__proto__', 99)).toEqual(bytesOf('__proto__'));
	});

	test.each<[string, string, Uint8Array]>([
		['an empty file', 'not-this-format', new Uint8Array()],
		['a web page', 'not-this-format', bytesOf('<!doctype html>'.repeat(20))],
		['an archive cut short', 'damaged', buildZip([part('a', 'x'.repeat(999))]).slice(0, 60)],
		['a wrong checksum', 'damaged', buildZip([part('a', 'abc', { lies: { crc: 7 } })])],
		['a size too small', 'unsafe', buildZip([part('a', 'abc'.repeat(50), { lies: { size: 10 } })])],
		['a size too large', 'damaged', buildZip([part('a', 'abc', { lies: { size: 10_000 } })])],
		['two sizes', 'unsafe', buildZip([part('a', 'abc', { lies: { localSize: 9 } })])],
		['a password', 'encrypted', buildZip([part('a', 'abc', { lies: { flags: 1 } })])],
		['a name twice', 'damaged', buildZip([part('a'), part('a', 'other')])],
		[
			'entries that overlap',
			'unsafe',
			buildZip([part('a', 'abc'), part('b', 'abc', { lies: { offset: 0 } })]),
		],
		['a name that climbs', 'unsafe', buildZip([part('../../x')])],
		['a name from the root', 'unsafe', buildZip([part('/etc/x')])],
		['a name with a drive', 'unsafe', buildZip([part('C:\\x')])],
		['a name with a zero', 'unsafe', buildZip([part('a\0b')])],
		['an endless name', 'unsafe', buildZip([part('x'.repeat(4000))])],
		[
			'a bomb',
			'too-large',
			buildZip([{ name: 'collection.anki2', data: new Uint8Array(2 ** 26) }]),
		],
	])('refuses %s as %s', async (_, kind, bytes) => {
		expect(await refusal(bytes)).toBe(kind);
	});

	it('refuses too many entries and too many bytes, by the directory alone', async () => {
		const archive = buildZip(['a', 'b', 'c'].map((name) => part(name, name.repeat(50))));
		expect(await refusal(archive, { ...LIMITS, entries: 2 })).toBe('too-large');
		expect(await refusal(archive, { ...LIMITS, archive: 149 })).toBe('too-large');
		expect(await refusal(archive, { ...LIMITS, entries: 3, archive: 150 })).toBe('none');
	});

	it('says what happened, what is safe and what would be accepted', async () => {
		const bytes = buildZip([part('<img onerror=x>\u202e'), part('../x\u202e\n')]);
		await expect(openArchive(bytes)).rejects.toThrow(
			'The entry "../x " points out of the archive. Nothing has been changed. Bring a package as',
		);
	});
});
