/** What a table of numbers to look up is; each of its values can be taken into an entry. */

export interface ReferenceCell {
	text: string;
	/** What is taken into the entry; undefined for words that are no amount. */
	take?: string;
}

export interface ReferenceTable {
	id: string;
	name: string;
	/** The first column names the row. */
	columns: readonly string[];
	rows: readonly (readonly ReferenceCell[])[];
	/** One or two sentences: where the numbers are from, or how to read them. */
	about: string;
}

/** Words that are no amount. */
export function words(text: string): ReferenceCell {
	return { text };
}

/** An amount, shown as it is taken unless there is a nicer way to write it. */
export function amount(take: string, text = take): ReferenceCell {
	return { text, take };
}
