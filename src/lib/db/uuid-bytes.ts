/** UUIDs as 16 bytes and back. */

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const [DASH, DIGIT_0, LETTER_A] = [45, 48, 97];
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Writes a UUID in lower case to `bytes` from `at` on. */
export function writeUuid(bytes: Uint8Array, at: number, uuid: string): void {
	let digits = 0;
	for (let i = 0; i < uuid.length; i += 1) {
		const code = uuid.charCodeAt(i);
		if (code === DASH) continue;
		const half = code < LETTER_A ? code - DIGIT_0 : code - LETTER_A + 10;
		const place = at + (digits >> 1);
		bytes[place] = digits % 2 === 0 ? half << 4 : (bytes[place] ?? 0) | half;
		digits += 1;
	}
}

/** The UUID in the 16 bytes from `at` on. */
export function readUuid(bytes: Uint8Array, at: number): string {
	let text = '';
	for (let i = 0; i < 16; i += 1) {
		if (i === 4 || i === 6 || i === 8 || i === 10) text += '-';
		text += HEX[bytes[at + i] ?? 0];
	}
	return text;
}
