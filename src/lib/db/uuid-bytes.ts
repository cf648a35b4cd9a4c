/** UUIDs as 16 bytes and back. */

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Writes a UUID in lower case to `bytes` from `at` on. */
export function writeUuid(bytes: Uint8Array, at: number, uuid: string): void {
	const digits = uuid.replaceAll('-', '');
	for (let i = 0; i < 16; i += 1) {
		bytes[at + i] = parseInt(digits.slice(i * 2, i * 2 + 2), 16);
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
