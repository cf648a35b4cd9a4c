/** Small numbers written out. */
const NUMBERS: Record<string, number> = {
	zero: 0,
	half: 0.5,
	one: 1,
	two: 2,
	three: 3,
	four: 4,
	five: 5,
	six: 6,
	seven: 7,
	eight: 8,
	nine: 9,
	ten: 10,
	eleven: 11,
	twelve: 12,
	twenty: 20,
	fifty: 50,
};

/** The value of a word such as "four"; undefined for any other word. */
export function numberOfWord(word: string): number | undefined {
	const small = word.toLowerCase();
	return Object.hasOwn(NUMBERS, small) ? NUMBERS[small] : undefined;
}
