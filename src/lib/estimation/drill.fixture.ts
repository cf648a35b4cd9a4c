/** Two drills as authors write them, for tests: a walk through a feed, and a table of latencies. */

const decide = [
	{
		up_to: 1000,
		say: 'One primary takes the writes',
		why: 'A single machine does thousands a second.',
	},
	{ up_to: 20_000, say: 'Batch or partition the writes', why: 'One primary is at its limit.' },
	{ say: 'Shard from the start', why: 'No single machine takes it.' },
	{ never: true, say: 'Put a CDN before it', why: 'A CDN serves reads.' },
];

export const feed = {
	id: 'feed-walk',
	title: 'Walk through a feed',
	topic: 'system',
	level: 'intermediate',
	inputs: {
		users: { say: 'daily users', unit: '1', from: 1e6, to: 5e8, plausible: [1e5, 5e9] },
		posts: { say: 'posts a day', unit: '1', of: [1, 2, 3], plausible: [0.1, 10] },
		peak: { say: 'peak factor', unit: '1', of: [2, 3], plausible: [2, 5] },
		size: { say: 'size of a post', unit: 'KB', from: 1, to: 5, plausible: [0.2, 20] },
		per_server: { say: 'what a server takes', unit: '/s', of: [500, 1000, 2000] },
	},
	story:
		'{users} people each write {posts} posts of {size} a day; the peak is {peak} times the average, and a server takes {per_server}.',
	asks: [
		{
			id: 'writes',
			ask: 'How many posts are written per second, on average?',
			expect: 'rate',
			unit: '/s',
			formula: 'users * posts / day',
			steps: [
				{ id: 'daily', say: 'Posts a day', formula: 'users * posts' },
				{ say: 'Spread over the day', formula: 'daily / day' },
			],
			so_what: { ask: 'What takes the writes?', options: decide },
		},
		{
			id: 'peak_writes',
			ask: 'And at the peak?',
			expect: 'rate',
			formula: 'writes * peak',
			known: [{ factor: 'peak', slip: 'left out', say: 'the peak factor was left out' }],
			steps: [{ say: 'Times the peak', formula: 'writes * peak' }],
		},
		{
			id: 'storage',
			ask: 'How much is stored in a year, in one copy?',
			expect: 'data',
			formula: 'writes * size * year',
			known: [{ factor: 3, slip: 'counted', say: 'three copies were counted', fine: true }],
			steps: [
				{ id: 'per_day', say: 'One day', formula: 'writes * size * day' },
				{ say: 'One year', formula: 'per_day * 365', head: 'per_day * 400' },
			],
		},
		{
			id: 'servers',
			ask: 'How many servers take the peak?',
			expect: 'count',
			formula: 'ceil(peak_writes / per_server)',
			tolerance: 'whole',
			steps: [{ say: 'Round up', formula: 'ceil(peak_writes / per_server)' }],
		},
	],
} as const;

export const latency = {
	id: 'latency-table',
	title: 'Latencies every programmer should know',
	topic: 'latency',
	level: 'beginner',
	quick: true,
	inputs: {
		what: {
			say: 'the operation',
			unit: 'ms',
			pick: [
				{ say: 'a reference to main memory', is: 1e-4 },
				{ say: 'a round trip to another continent', is: 150, low: 100, high: 300 },
			],
		},
	},
	story: 'Think of {what}.',
	asks: [
		{
			id: 'time',
			ask: 'How long does it take?',
			expect: 'time',
			formula: 'what',
			steps: [{ say: 'By heart', formula: 'what' }],
		},
	],
} as const;
