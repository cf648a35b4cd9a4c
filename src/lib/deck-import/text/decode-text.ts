/** Bytes of a text file as text, whatever encoding wrote them. */
import { ImportError } from '../import-error.ts';

/** What each is called by the decoder; a person may choose any, the first three are found unasked. */
const LABELS = {
	...{ 'UTF-8': 'utf-8', 'UTF-16': 'utf-16le', 'Windows-1252': 'windows-1252' },
	...{ 'UTF-16 (big-endian)': 'utf-16be', 'Windows-1250': 'windows-1250' },
	...{ 'Windows-1251': 'windows-1251', 'GB 18030': 'gb18030', Big5: 'big5' },
	...{ 'Shift JIS': 'shift_jis', 'EUC-KR': 'euc-kr' },
} as const;

export type Encoding = keyof typeof LABELS;

export const ENCODINGS = Object.keys(LABELS) as Encoding[];

export interface DecodedText {
	text: string;
	encoding: Encoding;
	/** Zero characters that were taken out. */
	zeros: number;
}

/** More of them than this share, and the file is no text. */
const MOST_ZEROS = 0.01;

/**
 * By its mark where it has one; else UTF-8 where it is valid, UTF-16 where every other byte is zero,
 * and Windows-1252 for the rest.
 * @param chosen taken at its word instead
 * @throws ImportError `not-this-format` for what is no text
 */
export function decodeText(bytes: Uint8Array, chosen?: Encoding): DecodedText {
	const [encoding, label] = chosen ? [chosen, LABELS[chosen]] : encodingOf(bytes);
	const decoded = new TextDecoder(label).decode(bytes).replace(/^\uFEFF/, '');
	const text = decoded.replaceAll('\0', '').toWellFormed();
	const zeros = decoded.length - text.length;
	if (zeros > decoded.length * MOST_ZEROS + 1) {
		throw new ImportError('not-this-format', 'The file is not text.');
	}
	return { text, encoding, zeros };
}

function encodingOf(bytes: Uint8Array): [Encoding, string] {
	const [a, b] = bytes;
	if (a === 0xff && b === 0xfe) return ['UTF-16', 'utf-16le'];
	if (a === 0xfe && b === 0xff) return ['UTF-16', 'utf-16be'];
	const head = bytes.subarray(0, bytes.length % 2 === 0 ? 2000 : 0);
	const zerosAt = (parity: number) =>
		head.filter((byte, at) => byte === 0 && at % 2 === parity).length / (head.length / 2 || 1);
	if (zerosAt(1) > 0.4 && zerosAt(0) < 0.1) return ['UTF-16', 'utf-16le'];
	if (zerosAt(0) > 0.4 && zerosAt(1) < 0.1) return ['UTF-16', 'utf-16be'];
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return ['UTF-8', 'utf-8'];
	} catch {
		return ['Windows-1252', 'windows-1252'];
	}
}
