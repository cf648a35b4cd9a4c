/** What words mean in any interview: those that say nothing, and those that mean the same. */

/** Words that tell no question from another. */
export const EMPTY_WORDS: readonly string[] =
	`a about all also am an and any anything are as assume at be been being both but by can could define describe
	design did do does ever every exactly expect expected for from get give given goal going got had handle has
	have here how i if im in into is it its kind know let like limit made make may me mean might must my need no
	not of ok okay on only or other our out over please possible product provide question requirement requirements
	s shall should so some something specific specifically support supposed sure system service platform app tell
	than that the their them then there these they thing things think this those to too type under up upon us use
	using very want was way we were what whats when whether which while who whom why will with would yes you
	your target approximately approx around roughly acceptable accept allow allowed deal happen happens fine good enough
	show shown really usually typically some between date content case cases kinds worry care
	considered consider important plan planning written return returned across actual actually both either else elsewhere
	itself necessary operate require required themselves tolerate`.split(/\s+/);

/** Groups of words or phrases with one meaning; the first names it. A question adds groups of its own. */
export const GENERAL_SYNONYMS: readonly (readonly string[])[] = [
	['how many', 'how much', 'number of', 'amount of', 'amount', 'number', 'total', 'quantity'],
	['how often', 'how frequently', 'how regularly', 'frequency', 'how many times'],
	['how long', 'for how long', 'duration', 'period', 'how much time'],
	['per day', 'a day', 'each day', 'every day', 'daily'],
	['per second', 'qps', 'rps', 'tps', 'each second', 'a second', 'per sec', 'a sec', 'sec'],
	['average', 'on average', 'avg', 'typical'],
	['maximum', 'max', 'largest', 'biggest', 'highest'],
	[
		'latency',
		'how fast',
		'how quickly',
		'how quick',
		'how slow',
		'fast',
		'slow',
		'quick',
		'speed',
		'response time',
		'load time',
		'p99',
		'milliseconds',
		'latencies',
		'performance',
	],
	['scale', 'traffic', 'load', 'throughput', 'volume'],
	[
		'users',
		'user',
		'people',
		'ppl',
		'person',
		'customers',
		'dau',
		'mau',
		'active users',
		'daily active users',
	],
	[
		'retention',
		'expire',
		'expiration',
		'expiry',
		'ttl',
		'time to live',
		'lifetime',
		'keep',
		'kept',
		'stored',
		'retain',
		'how long do we keep',
		'how long are kept',
	],
	[
		'availability',
		'available',
		'uptime',
		'nines',
		'sla',
		'slo',
		'downtime',
		'be down',
		'go down',
		'outage',
		'highly available',
	],
	[
		'consistency',
		'consistent',
		'stale',
		'staleness',
		'fresh',
		'freshness',
		'eventual',
		'eventually consistent',
		'eventual consistency',
		'strong consistency',
	],
	[
		'ratio',
		'read heavy',
		'write heavy',
		'read write',
		'read to write',
		'reads vs writes',
		'reads to writes',
	],
	['statistics', 'stats', 'analytics', 'metrics', 'tracking', 'reporting', 'reports', 'insights'],
	['abuse', 'spam', 'malicious', 'phishing', 'malware', 'bots', 'fraud', 'harmful'],
	[
		'accounts',
		'account',
		'login',
		'log in',
		'sign in',
		'sign up',
		'signup',
		'authentication',
		'auth',
		'registration',
	],
	// Not an empty word: “where are the users” asks for something else than “how many users”.
	['where', 'location', 'locations', 'located'],
	['interface', 'ui', 'ux', 'front end', 'frontend', 'gui', 'look and feel'],
	['photos', 'photo', 'images', 'image', 'pictures', 'videos', 'video', 'media', 'attachments'],
	['delete', 'remove', 'erase', 'deletion', 'removal'],
	['size', 'large', 'big', 'length', 'long', 'short'],
	['ranked', 'ranking', 'sorted', 'sort', 'order', 'ordering', 'chronological', 'relevance'],
	[
		'immediately',
		'at once',
		'right away',
		'instantly',
		'straight away',
		'soon',
		'real time',
		'realtime',
		'delay',
		'lag',
	],
	['ads', 'advertising', 'advertisements', 'sponsored', 'promoted'],
	['custom', 'vanity', 'personalized', 'own alias', 'alias', 'customize'],
	['billing', 'payment', 'payments', 'pricing', 'monetization'],
];
