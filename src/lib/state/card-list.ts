/** Lists of cards that one screen hands to another, too long for an address; kept while the tab is open. */

/** Those of this page, of whatever length: a tab keeps a few megabytes through a reload. */
const held = new Map<string, CardList>();
const PREFIX = 'onsite-list-';
/** Lists of earlier searches that a tab still holds. */
const MOST = 5;

/** A list of cards to be studied or taken out, and what it is called. */
export interface CardList {
	ids: string[];
	/** For "Done with …", and for a file; '' for no name. */
	title: string;
}

/** Keeps a list for this tab, where there is room also through a reload; returns what `?list=` takes. */
export function keepList(list: CardList, number: number): string {
	const name = String(number);
	held.set(name, list);
	for (const old of [...held.keys()].slice(0, -MOST)) held.delete(old);
	const text = JSON.stringify(list);
	try {
		for (const old of namesOf().slice(0, -(MOST - 1))) sessionStorage.removeItem(old);
		sessionStorage.setItem(PREFIX + name, text);
	} catch {
		// Without room for it a reload finds no list, which the screen says.
	}
	return name;
}

/** `undefined` where this tab holds no such list any more. */
export function readList(name: string): CardList | undefined {
	const list = held.get(name);
	if (list) return list;
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
