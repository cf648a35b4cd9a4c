/** Says a time of the interview as its clock shows it. */

/** `31:40`. @param ms of the interview */
export function clockText(ms: number): string {
	const seconds = Math.max(0, Math.floor(ms / 1000));
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** The milliseconds behind `31:40`, `31` or `1:02:30`; undefined for what is no time. */
export function readClock(text: string): number | undefined {
	const parts = /^\s*(?:(\d{1,2}):)?(\d{1,3})(?::(\d{2}))?\s*$/.exec(text);
	if (!parts) return undefined;
	const [hours, minutes, seconds] =
		parts[3] !== undefined
			? [parts[1] ?? '0', parts[2], parts[3]]
			: parts[1] !== undefined
				? ['0', parts[1], parts[2]]
				: ['0', parts[2], '0'];
	const s = Number(seconds);
	return s > 59 ? undefined : ((Number(hours) * 60 + Number(minutes)) * 60 + s) * 1000;
}
