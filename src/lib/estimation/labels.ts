/** Words that say what is counted, or about what; they change no number. */

const THINGS = `
	account active actor album app application article attachment attempt author backup batch block blob
	board bookmark booking box broker browser bucket bullet business cab call camera car card cart cell
	channel char character chat check child chunk city click client cluster code column comment commit
	company connection consumer container contact copy core country cpu credential crawl creator
	customer cycle database datacenter delivery device digit directory disk doc document domain
	download driver drive drop edge edit element email employee engineer entry error event execution
	export factor failure feed feeder field file fetch flight flow follower folder frame friend function
	game group handshake hash heartbeat hit hop host hotel house id image impression index insert
	instance invocation invoice item job key label language leader letter level like line link listener
	listing location login lookup machine mail mailbox map match measurement member mention merchant
	message metadata metric miss mutation name neighbor neighbour node note notification object offer
	op operation order packet page parameter part partition party passenger password path payment peer
	person photo picture piece ping pixel play player playlist pod point poll pool post preview price
	process producer product profile publisher purchase push query queue quorum read reader reading rack
	ranking rating reaction record recipient redirect region register relation reply replica report
	req request reservation response restaurant result retry review ride rider room round route router
	row rule sale sample scan score search seat segment sensor server service session shard share shop
	signup site slot snapshot socket song span star station step store story stream subscriber
	subscription table tag target task tenant term thread thumbnail ticket time title token topic
	trace track transaction transfer trip try tuple tweet txn update upload url user value vehicle version
	video view viewer visit visitor vm vnode vote wallet watcher watch web webhook window word worker write
	writer zone
`;

const ABOUT = `
	dau mau wau people children persons chars traffic load storage memory ram ssd hdd cpu disk bandwidth
	throughput cache data ingest egress ingress inbound outbound network total peak average avg mean median
	max maximum minimum base new old hot cold raw compressed replicated extra active concurrent online unique
	distinct open public private global local internal external primary secondary main full small large big
	single each of the and or so in on for with overall net gross physical logical virtual
	x times fold fanout replication growth
	worldwide kept stored sent received created served written incoming outgoing long short
`;

const known = new Set([...words(THINGS), ...words(ABOUT)]);

function words(text: string): string[] {
	return text.trim().split(/\s+/);
}

/** Whether a word, in small letters, is one of the labels or the plural of one. */
export function isLabel(word: string): boolean {
	if (known.has(word)) return true;
	if (!word.endsWith('s')) return false;
	return (
		known.has(word.slice(0, -1)) ||
		(word.endsWith('es') && known.has(word.slice(0, -2))) ||
		(word.endsWith('ies') && known.has(`${word.slice(0, -3)}y`))
	);
}
