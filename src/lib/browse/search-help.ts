/** The search language in examples, as the help beside the field shows it. */

export interface HelpLine {
	write: string;
	finds: string;
}

export const SEARCH_HELP: readonly { title: string; lines: readonly HelpLine[] }[] = [
	{
		title: 'Words',
		lines: [
			{ write: 'cache miss', finds: 'both words, anywhere in the card' },
			{ write: '"cache miss"', finds: 'the words side by side' },
			{ write: 'shard*key', finds: '* stands for any text, _ for one character' },
			{ write: 'w:log', finds: 'log as a word of its own, not in “login”' },
			{
				write: '"re:(shard|partition)ing"',
				finds: 'a regular expression; front:re:… in a field, tag:re:… in a tag',
			},
			{ write: 'front:*quorum*', finds: 'in the field of this name; without * the whole field' },
			{ write: '3\\:00', finds: 'a backslash takes the meaning from : * _ " ( ) -' },
		],
	},
	{
		title: 'Together',
		lines: [
			{ write: 'redis or memcached', finds: 'one of them, or both' },
			{ write: 'redis -cluster', finds: 'the first, without the second' },
			{ write: '(redis or etcd) is:due', finds: 'parentheses hold together' },
		],
	},
	{
		title: 'Where',
		lines: [
			{ write: 'deck:Databases', finds: 'a deck with its subdecks; deck:"Two words", deck:Data*' },
			{ write: 'tag:storage', finds: 'a tag with those below it; tag:none without any' },
			{ write: 'note:Cloze', finds: 'notes of a type' },
			{ write: 'card:1', finds: 'the first card of each note, or by the name of its template' },
			{ write: 'preset:Default', finds: 'cards of decks that have these options' },
			{ write: 'category:caching', finds: 'a category of the catalog' },
			{
				write: 'kind:number',
				finds: 'recall, cloze, choose, contrast, number, diagram, failure, say, drill',
			},
			{ write: 'level:beginner', finds: 'beginner, intermediate, advanced, expert' },
			{ write: 'is:own', finds: 'your own cards; is:catalog for the others' },
		],
	},
	{
		title: 'How it stands',
		lines: [
			{ write: 'is:due', finds: 'new, learn, review, due, suspended, buried, leech, flagged' },
			{ write: 'flag:1', finds: 'a flag, 1 to 7; flag:0 for none' },
			{ write: 'prop:due<=3', finds: 'due within three days; below 0 overdue' },
			{ write: 'prop:r<0.8', finds: 'recall now below 80%' },
			{ write: 'prop:s>30', finds: 'stability above 30 days' },
			{ write: 'prop:d>=8', finds: 'difficulty, 1 to 10; below 1 as Anki has it, 0 to 1' },
			{ write: 'prop:lapses>4', finds: 'also ivl, reps, pos' },
		],
	},
	{
		title: 'When',
		lines: [
			{ write: 'added:7', finds: 'made within seven days, today being the first' },
			{ write: 'edited:1', finds: 'edited today' },
			{ write: 'introduced:7', finds: 'answered for the first time' },
			{ write: 'rated:1:1', finds: 'answered today with Again; rated:7 with any grade' },
			{ write: 'nid:quorum', finds: 'the cards of a note, or of a pattern; cid: for a card' },
		],
	},
];
