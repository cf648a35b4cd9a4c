/** Ways to group the patterns beside their categories: by challenge, by layer, by what one is building. */

export interface NamedGroup {
	id: string;
	name: string;
	/** Pattern ids, those that one meets first in front; a pattern may stand in several groups. */
	patterns: string[];
}

export interface Grouping {
	id: string;
	/** What the groups are, as it completes "Grouped by", such as "challenge". */
	name: string;
	groups: NamedGroup[];
}
