/** The fixed interviewer against questions that people type: right ones, near ones, and ones nobody has authored. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedQuestion } from '../../../tests/support/question.ts';
import { matchQuestion, questionOfChip, SURE, type Match } from './match-question.ts';
import { indexQuestion } from './question-index.ts';
import { TYPED_CHAT_SYSTEM } from './typed-questions-chat-system.fixture.ts';
import { TYPED_CLOUD_FILE_STORAGE } from './typed-questions-cloud-file-storage.fixture.ts';
import { TYPED_UNIQUE_ID_GENERATOR } from './typed-questions-unique-id-generator.fixture.ts';
import { TYPED_VIDEO_STREAMING } from './typed-questions-video-streaming.fixture.ts';
import { TYPED_CONSISTENT_HASHING } from './typed-questions-consistent-hashing.fixture.ts';
import { TYPED_RATE_LIMITER } from './typed-questions-rate-limiter.fixture.ts';
import { TYPED_SEARCH_AUTOCOMPLETE } from './typed-questions-search-autocomplete.fixture.ts';

/** Typed questions by the authored one that each means; `none` means none of them. */
const TYPED: Record<string, Record<string, string[]>> = {
	'url-shortener': {
		'q-scale': [
			'How many links do we create each day?',
			'how many URLs will be shortened per day',
			'number of new urls daily?',
			'whats the scale',
			'How many new short links are generated a day?',
			'how mnay new lnks per day?',
			'What traffic should I expect?',
		],
		'q-ratio': [
			'what is the read/write ratio?',
			'How often is each link clicked?',
			'Is the system read heavy?',
			'read to write raito',
			'how many redirects are there per second?',
		],
		'q-life': [
			'Do links expire?',
			'how long should we keep the links',
			'What is the retention?',
			'Is there an expiration date for URLs?',
			'do the urls ever exipre',
			'TTL?',
		],
		'q-latency': [
			'How fast should the redirect be?',
			'latency requirements?',
			'What p99 latency do we need for redirects',
			'What response time is acceptable?',
			'any latancy goal?',
		],
		'q-availability': [
			'What availability do we need?',
			'how many nines?',
			'What is the uptime requirement?',
			'Does it need to be highly available?',
			'avialability target?',
		],
		'q-custom': [
			'Can users pick custom aliases?',
			'do we support vanity URLs',
			'Can I choose my own short code?',
			'are custom links allowed',
		],
		'q-length': [
			'How long should the short URL be?',
			'what characters are allowed in the code',
			'how many characters does a short link have?',
			'Should we use base62?',
		],
		'q-guess': [
			'Should the codes be unpredictable?',
			'Is it ok if codes are sequential?',
			'Can somebody enumerate the links?',
			'do links need to be private',
		],
		'q-spam': [
			'What about spam and phishing links?',
			'Do we have to block malicious URLs?',
			'how do we deal with malware',
		],
		'q-stats': [
			'Do we need analytics?',
			'Should we count the clicks?',
			'do owners want statistics for each link',
			'click tracking?',
		],
		'q-same': [
			'If the same URL is shortened twice, do we return the same code?',
			'what happens with duplicate URLs',
			'two users shorten the same url: same short link?',
		],
		'q-consistency': [
			'Is eventual consistency ok?',
			'Must a new link be visible immediately?',
			'Can reads be stale?',
		],
		'q-accounts': ['Do we need user accounts?', 'should users log in', 'authentication?'],
		'q-ui': ['Do I need to design the frontend?', 'does the UI matter'],
		near: [
			'How many users do we have?',
			'How many links can one user create?',
			'How long are the original links?',
			'Can users delete their links?',
			'How many characters are in the original URL?',
			'What happens when the cache is down?',
			'How many clicks can one server take?',
			'Can users change the link behind a code?',
			'Do codes differ in upper and lower case?',
			'How many links expire each day?',
			'Is there a daily limit per user?',
		],
		none: [
			'Which programming language should I use?',
			'Who is the CEO of the company?',
			'How big is the team?',
			'Can I use the whiteboard?',
			'What is the weather like?',
			'Do we have GDPR obligations?',
			'What database does the company prefer?',
			'Is there a budget?',
			'Should it run on Kubernetes?',
			'asdf qwer zxcv',
			'How many data centers do we have?',
			'Do we need QR codes?',
			'What is the maximum length of the original text of a page?',
		],
	},
	'news-feed': {
		'q-users': [
			'How many daily active users do we have?',
			'what is the DAU',
			'how many people use the app every day?',
			'How big is the user base?',
		],
		'q-posts': [
			'How often do users post?',
			'how many posts are written per day',
			'how many tweets does a user write a day?',
			'What is the posting rate?',
			'posts per user per day',
		],
		'q-opens': [
			'How many times per day does a user open the app?',
			'how often do people refresh their timeline',
			'What is the read write ratio?',
			'how many feed reads per user',
			'how many feed requests per second',
		],
		'q-followers': [
			'How many followers does the average user have?',
			'are there celebrities with millions of followers?',
			'what is the maximum number of folowers',
			'How many people can one user follow?',
			'avg followers per user',
		],
		'q-order': [
			'Is the feed chronological or ranked?',
			'Do we need a ranking algorithm?',
			'in which order are posts shown',
			'newest first?',
		],
		'q-latency': [
			'What latency do we want for loading the feed?',
			'How fast should the timeline load?',
			'p99?',
		],
		'q-fresh': [
			'How quickly should a new post appear in the feed of followers?',
			'Is eventual consistency fine for feeds?',
			'How stale can the feed be?',
			'is a delay of some seconds acceptable',
			'real time updates?',
		],
		'q-own': ['Should a user see their own posts immediately?', 'read your own writes?'],
		'q-availability': [
			'How many nines of availability?',
			'can the feed be down for a while?',
			'is it ok to show an old feed',
		],
		'q-media': [
			'Can posts have images or videos?',
			'do we support photos',
			'is there media',
			'text only or images too',
			'How large is a post?',
			'How long may a post be?',
		],
		'q-regions': ['multi region?', 'Where are the users?', 'is the audience global'],
		'q-depth': [
			'How many posts do we keep in a feed?',
			'how far back can users scroll',
			'Do we need infinite scroll?',
			'is pagination needed',
			'how many posts per page',
			'how long are posts kept',
		],
		'q-delete': [
			'What happens if a post is deleted?',
			'can users block others',
			'Can posts be edited?',
		],
		'q-likes': ['Do we need likes and comments?', 'are there reactions', 'do we support likes'],
		'q-ads': ['Will there be ads?', 'do we show sponsored content'],
		near: [
			'How many comments does a post get?',
			'How many posts are deleted per day?',
			'How many photos per day?',
			'How often does a user follow someone?',
			'Can an author see who opened a post?',
			'How many followers see an ad?',
			'Do people get a notification for a new post?',
			'Can a user mute words?',
			'do we retain old feeds',
			'who can see a post',
		],
		none: [
			'Do we need direct messages?',
			'Which cloud do we use?',
			'Is there a search function?',
			'How old is the company?',
			'Should I worry about cost?',
			'Do we have to support several languages?',
			'Can I ask you something?',
			'What are hashtags worth?',
			'How many engineers are there?',
		],
	},
	'chat-system': TYPED_CHAT_SYSTEM,
	'cloud-file-storage': TYPED_CLOUD_FILE_STORAGE,
	'consistent-hashing': TYPED_CONSISTENT_HASHING,
	'unique-id-generator': TYPED_UNIQUE_ID_GENERATOR,
	'rate-limiter': TYPED_RATE_LIMITER,
	'video-streaming': TYPED_VIDEO_STREAMING,
	'search-autocomplete': TYPED_SEARCH_AUTOCOMPLETE,
};

/** Meant by nobody; the near ones share words with an authored question, and may be offered it. */
const OTHERS = new Set(['near', 'none']);

const results = Object.entries(TYPED).flatMap(([id, groups]) => {
	const index = indexQuestion(shippedQuestion(id));
	return Object.entries(groups).flatMap(([meant, list]) =>
		list.map((text) => ({ id, meant, text, match: matchQuestion(text, index) })),
	);
});

const isRight = ({ meant, match }: { meant: string; match: Match }) =>
	match.kind === 'answer' && match.id === meant;

const asked = results.filter(({ meant }) => !OTHERS.has(meant));
const answered = results.filter(({ match }) => match.kind === 'answer');
const right = results.filter(isRight);
const offered = asked.filter(
	({ meant, match }) => match.kind === 'did-you-mean' && match.ids.includes(meant),
);
const precision = right.length / answered.length;
const recall = right.length / asked.length;
const reached = (right.length + offered.length) / asked.length;
const percent = (share: number) => `${Math.round(share * 1000) / 10}%`;

describe(`typed questions, ${results.length} of them`, () => {
	it(`have answers with a precision of ${percent(precision)} and a recall of ${percent(recall)}, ${percent(reached)} with what is offered`, () => {
		expect(results.length).toBeGreaterThanOrEqual(60);
		expect(answered.filter((each) => !isRight(each))).toEqual([]);
		expect(recall).toBeGreaterThan(0.8);
		expect(reached).toBeGreaterThan(0.95);
	});

	it('that nobody authored are mostly left to the fallback', () => {
		const foreign = results.filter(({ meant }) => meant === 'none');
		const left = foreign.filter(({ match }) => match.kind === 'fallback');
		expect(left.length / foreign.length).toBeGreaterThan(0.8);
	});

	it('are offered at most three others, and sure answers say how sure', () => {
		for (const { match } of results) {
			expect(match.confidence).toBeGreaterThanOrEqual(0);
			expect(match.confidence).toBeLessThanOrEqual(1);
			if (match.kind === 'answer') expect(match.confidence).toBeGreaterThanOrEqual(SURE);
			if (match.kind === 'did-you-mean') expect(match.ids.length).toBeLessThanOrEqual(3);
		}
	});

	it('match when they are exactly as authored', { timeout: 60_000 }, () => {
		for (const id of Object.keys(TYPED)) {
			const question = shippedQuestion(id);
			const index = indexQuestion(question);
			for (const { id: own, ask } of question.clarify) {
				expect(matchQuestion(ask, index)).toMatchObject({ kind: 'answer', id: own });
			}
		}
	});

	it('of any kind are read without fault', { timeout: 60_000 }, () => {
		const index = indexQuestion(shippedQuestion('url-shortener'));
		expect(matchQuestion('', index).kind).toBe('fallback');
		expect(matchQuestion('the of and', index).kind).toBe('fallback');
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
				expect(['answer', 'did-you-mean', 'fallback']).toContain(matchQuestion(text, index).kind);
			}),
			{ numRuns: 40 },
		);
	});
});

describe('a chip', () => {
	it('asks the most important question that is left, then none', () => {
		const question = shippedQuestion('news-feed');
		expect(questionOfChip(question, 'scale', [])?.id).toBe('q-users');
		expect(questionOfChip(question, 'scale', ['q-users', null])?.id).toBe('q-posts');
		expect(questionOfChip(question, 'scale', ['q-users', 'q-posts'])).toBeUndefined();
		expect(questionOfChip(question, 'consistency', [])?.id).toBe('q-fresh');
	});
});
