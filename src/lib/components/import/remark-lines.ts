/** What is told of single records of a file, as lines to filter and to save. */
import type { RecordKind, RecordRemark, RemarkList } from '$lib/deck-import/imported.ts';

export interface RemarkLine {
	group: 'skipped' | 'repaired';
	/** Such as `Note 12`. */
	place: string;
	label: string;
	reason: string;
}

const KINDS: Record<RecordKind, string> = {
	...{ note: 'Note', card: 'Card', deck: 'Deck', type: 'Note type', media: 'File' },
	...{ review: 'Answer', preset: 'Options' },
};

export function remarkLines(skipped: RemarkList, repaired: RemarkList): RemarkLine[] {
	const line = (group: RemarkLine['group']) => (remark: RecordRemark) => ({
		...{ group, place: `${KINDS[remark.kind]} ${remark.number}` },
		...{ label: visible(remark.label), reason: remark.reason },
	});
	return [...skipped.first.map(line('skipped')), ...repaired.first.map(line('repaired'))];
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
	lines: readonly RemarkLine[],
	{ skipped, repaired }: { skipped: number; repaired: number },
): string {
	const part = (group: RemarkLine['group'], title: string, total: number) => {
		const own = lines.filter((line) => line.group === group);
		const rest = total - own.length;
		return [
			`${title}: ${total}`,
			...own.map(({ place, label, reason }) => `${place}\t${label}\t${reason}`),
			...(rest > 0 ? [`and ${rest} more`] : []),
		].join('\n');
	};
	return `${visible(name)}\n\n${part('skipped', 'Left out', skipped)}\n\n${part('repaired', 'Put right', repaired)}\n`;
}

/** On one line and with nothing that turns or hides other text. */
export function visible(text: string): string {
	return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
}
