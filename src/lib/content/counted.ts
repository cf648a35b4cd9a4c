/** Numbers of things, in words. */

/** `1 card`, `1,200 cards`; what is not whole is rounded. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
	const whole = Math.round(count);
	return `${whole.toLocaleString('en-US')} ${whole === 1 ? noun : plural}`;
}
