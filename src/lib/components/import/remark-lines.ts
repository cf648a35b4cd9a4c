/** What is told of single records of a file, as lines to filter and to save. */
import type {
	RecordKind,
	RecordRemark,
	RemarkList,
	SourceFormat,
} from '$lib/deck-import/imported.ts';

/** Left out; taken with something put right; taken, and something of it is never shown. */
export type RemarkGroup = 'skipped' | 'repaired' | 'cleaned';

export const GROUP_NAMES: Record<RemarkGroup, string> = {
	...{ skipped: 'Left out', repaired: 'Put right', cleaned: 'Cleaned' },
};
export const GROUPS = Object.keys(GROUP_NAMES) as RemarkGroup[];

export interface RemarkLine {
	group: RemarkGroup;
	/** Such as `Note 12`, in a text `Line 12`. */
	place: string;
	label: string;
	reason: string;
}

const KINDS: Record<RecordKind, string> = {
	...{ note: 'Note', card: 'Card', deck: 'Deck', type: 'Note type', media: 'File' },
	...{ review: 'Answer', preset: 'Options' },
};

/** Formats in which a note is known by the line at which it begins. */
const BY_LINE: readonly SourceFormat[] = ['text', 'markdown'];

export function remarkLines(
	lists: Record<RemarkGroup, RemarkList>,
	format: SourceFormat,
): RemarkLine[] {
	const placeOf = ({ kind, number }: RecordRemark) =>
		kind === 'note' && BY_LINE.includes(format) ? `Line ${number}` : `${KINDS[kind]} ${number}`;
	return GROUPS.flatMap((group) =>
		lists[group].first.map((remark: RecordRemark) => ({
			...{ group, place: placeOf(remark), label: visible(remark.label), reason: remark.reason },
		})),
	);
}

/** Those of a group, or of all, in which each typed word stands somewhere. */
export function filterRemarks(
	lines: readonly RemarkLine[],
	group: RemarkLine['group'] | 'all',
	query: string,
): RemarkLine[] {
	const words = query.toLowerCase().split(/\s+/).filter(Boolean);
	return lines.filter((line) => {
		if (group !== 'all' && line.group !== group) return false;
		const text = `${line.place} ${line.label} ${line.reason}`.toLowerCase();
		return words.every((word) => text.includes(word));
	});
}

/** The whole report as a text to save. */
export function remarksAsText(
	name: string,
	lists: Record<RemarkGroup, RemarkList>,
	format: SourceFormat,
): string {
	const lines = remarkLines(lists, format);
	const parts = GROUPS.map((group) => {
		const own = lines.filter((line) => line.group === group);
		const rest = lists[group].total - own.length;
		return [
			`${GROUP_NAMES[group]}: ${lists[group].total}`,
			...own.map(({ place, label, reason }) => `${place}\t${label}\t${reason}`),
			...(rest > 0 ? [`and ${rest} more`] : []),
		].join('\n');
	});
	return `${[visible(name), ...parts].join('\n\n')}\n`;
}

/** On one line and with nothing that turns or hides other text. */
export function visible(text: string): string {
	return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
}
