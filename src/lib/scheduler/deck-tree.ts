/** Decks as a tree by their paths: what lies under what, and by which preset each is scheduled. */
import { DEFAULT_PRESET } from './default-preset.ts';

/** What of a deck decides its place. */
export interface DeckPlace {
	readonly id: string;
	/** Names from the outermost deck to this one. */
	readonly path: readonly string[];
	/** Undefined takes that of the nearest deck above which has one. */
	readonly presetId?: string | undefined;
}

export interface DeckNode<D extends DeckPlace = DeckPlace> {
	readonly deck: D;
	/** The path from the deck above; more than one name where decks between are missing. */
	readonly name: string;
	/** 0 for a root. */
	readonly depth: number;
	readonly above: DeckNode<D> | undefined;
	/** By name. */
	readonly children: readonly DeckNode<D>[];
}

/** What waits in a deck. */
export interface DeckCounts {
	new: number;
	/** Steps of today. */
	learning: number;
	due: number;
}

const BY_NAME = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
const keyOf = (path: readonly string[]) => JSON.stringify(path);

export class DeckTree<D extends DeckPlace = DeckPlace> {
	readonly roots: readonly DeckNode<D>[];
	readonly #nodes = new Map<string, DeckNode<D>>();

	/** Of two decks with one path both stand; what lies under that path lies under the one with the lesser id. */
	constructor(decks: readonly D[]) {
		const shallow = [...decks].sort(
			(a, b) => a.path.length - b.path.length || (a.id < b.id ? -1 : 1),
		);
		const byPath = new Map<string, string>();
		const children = new Map<string, DeckNode<D>[]>();
		const roots: DeckNode<D>[] = [];
		for (const deck of shallow) {
			const above = this.#above(deck.path, byPath);
			const own: DeckNode<D>[] = [];
			const node: DeckNode<D> = {
				deck,
				name: deck.path.slice(above?.deck.path.length ?? 0).join(' › '),
				depth: above ? above.depth + 1 : 0,
				above,
				children: own,
			};
			if (above) children.get(above.deck.id)?.push(node);
			else roots.push(node);
			children.set(deck.id, own);
			this.#nodes.set(deck.id, node);
			const key = keyOf(deck.path);
			if (!byPath.has(key)) byPath.set(key, deck.id);
		}
		for (const list of [roots, ...children.values()]) {
			list.sort((a, b) => BY_NAME.compare(a.name, b.name) || (a.deck.id < b.deck.id ? -1 : 1));
		}
		this.roots = roots;
	}

	#above(path: readonly string[], byPath: ReadonlyMap<string, string>): DeckNode<D> | undefined {
		for (let length = path.length - 1; length > 0; length -= 1) {
			const id = byPath.get(keyOf(path.slice(0, length)));
			if (id !== undefined) return this.#nodes.get(id);
		}
		return undefined;
	}

	/** `undefined` where there is no such deck. */
	node(id: string): DeckNode<D> | undefined {
		return this.#nodes.get(id);
	}

	/** The outermost deck above a deck, or the deck itself. */
	rootOf(id: string): DeckNode<D> | undefined {
		let node = this.#nodes.get(id);
		while (node?.above) node = node.above;
		return node;
	}

	/** All decks, each followed by those under it. */
	all(): DeckNode<D>[] {
		return this.roots.flatMap(withThoseUnder);
	}

	/** A deck and all that lie under it; empty where there is no such deck. */
	under(id: string): DeckNode<D>[] {
		const node = this.#nodes.get(id);
		return node ? withThoseUnder(node) : [];
	}

	/** Id of the preset of the nearest deck from this one upward that has one; else of the default. */
	presetIdOf(id: string): string {
		for (let node = this.#nodes.get(id); node; node = node.above) {
			if (node.deck.presetId !== undefined) return node.deck.presetId;
		}
		return DEFAULT_PRESET.id;
	}
}

function withThoseUnder<D extends DeckPlace>(node: DeckNode<D>): DeckNode<D>[] {
	return [node, ...node.children.flatMap(withThoseUnder)];
}

/** For every deck of a tree what waits in it and under it; `own` holds what waits in the decks themselves. */
export function rolledUp(
	tree: DeckTree,
	own: ReadonlyMap<string, DeckCounts>,
): Map<string, DeckCounts> {
	const sums = new Map<string, DeckCounts>();
	// Those below come later in the list, so from its end each sum is whole before it is passed up.
	for (const { deck, above } of tree.all().toReversed()) {
		const sum = addCounts(sums.get(deck.id), own.get(deck.id));
		sums.set(deck.id, sum);
		if (above) sums.set(above.deck.id, addCounts(sums.get(above.deck.id), sum));
	}
	return sums;
}

const NOTHING: DeckCounts = { new: 0, learning: 0, due: 0 };

export function addCounts(a: DeckCounts = NOTHING, b: DeckCounts = NOTHING): DeckCounts {
	return { new: a.new + b.new, learning: a.learning + b.learning, due: a.due + b.due };
}
