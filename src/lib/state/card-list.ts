/** Lists of cards that one screen hands to another, too long for an address; kept while the tab is open. */

const PREFIX = 'onsite-list-';
/** Lists of earlier searches that a tab still holds. */
const MOST = 5;

/** A list of cards to be studied, and what it is called at the end. */
export interface CardList {
	ids: string[];
	/** For "Done with …"; '' for no name. */
	title: string;
}

/** Keeps a list for this tab, also through a reload; returns what `/review?list=` takes. */
export function keepList(list: CardList, number: number): string {
	const name = String(number);
	const text = JSON.stringify(list);
	try {
		for (const old of namesOf().slice(0, -(MOST - 1))) sessionStorage.removeItem(old);
		sessionStorage.setItem(PREFIX + name, text);
	} catch {
		// Without room for it there is no list, which the session says.
	}
	return name;
}

/** `undefined` where this tab holds no such list any more. */
export function readList(name: string): CardList | undefined {
	try {
		const list = JSON.parse(sessionStorage.getItem(PREFIX + name) ?? 'null') as Partial<CardList>;
		const sound = Array.isArray(list?.ids) && list.ids.every((id) => typeof id === 'string');
		return sound ? { ids: list.ids ?? [], title: String(list.title ?? '') } : undefined;
	} catch {
		return undefined;
	}
}

/** Oldest first, as their names are times. */
function namesOf(): string[] {
	const names = Array.from({ length: sessionStorage.length }, (_, at) => sessionStorage.key(at));
	return names
		.filter((name) => name?.startsWith(PREFIX) === true)
		.map(String)
		.sort();
}
