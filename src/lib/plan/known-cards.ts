/** The cards that are begun, by the day on which they come back, so that a day looks only at what is due on it. */
import { recallOn, type MemoryModel, type Outlook } from './memory-outlook.ts';
import type { PlanTask } from './plan-task.ts';

export interface KnownCard {
	id: string;
	outlook: Outlook;
	model: MemoryModel;
	/** Whether the plan is about it, rather than it coming back besides. */
	wanted: boolean;
}

export class KnownCards {
	#byId = new Map<string, KnownCard>();
	#due = new Map<number, KnownCard[]>();
	#date: number;

	constructor({ today, date, cards, upkeep = [], model }: PlanTask) {
		this.#date = date;
		for (const card of cards) {
			const { id, memory, model: own = model } = card;
			if (memory) this.#place({ id, outlook: memory, model: own, wanted: true }, today);
		}
		for (const { id, memory, model: own = model } of upkeep) {
			this.#place({ id, outlook: memory, model: own, wanted: false }, today);
		}
	}

	get(id: string): KnownCard | undefined {
		return this.#byId.get(id);
	}

	has(id: string): boolean {
		return this.#byId.has(id);
	}

	/** A card that was begun on `day`. */
	add(id: string, outlook: Outlook, model: MemoryModel, day: number): void {
		this.#place({ id, outlook, model, wanted: true }, day + 1);
	}

	/** All that wait on a day, the weakest first; they must be given back by `putBack`. */
	takeDue(day: number): { card: KnownCard; recall: number }[] {
		const due = this.#due.get(day) ?? [];
		this.#due.delete(day);
		return due
			.map((card) => ({ card, recall: recallOn(card.outlook, day, card.model) }))
			.sort((a, b) => a.recall - b.recall);
	}

	/** A card that was reviewed, or that was left over on the day before `from`. */
	putBack(card: KnownCard, from: number): void {
		this.#place(card, from);
	}

	/** How many of those that the plan is about will be recalled with less than this probability on the day. */
	weakerThan(sure: number): number {
		let count = 0;
		for (const { wanted, outlook, model } of this.#byId.values()) {
			if (wanted && recallOn(outlook, this.#date, model) < sure) count++;
		}
		return count;
	}

	#place(card: KnownCard, from: number): void {
		this.#byId.set(card.id, card);
		const day = Math.max(from, card.outlook.due);
		if (day >= this.#date) return;
		const others = this.#due.get(day);
		if (others) others.push(card);
		else this.#due.set(day, [card]);
	}
}
