/** What the data screen is told of a backup, and how it says it. */
import { counted } from '$lib/content/counted.ts';
import { timeInWords } from './time-in-words.ts';

export interface Failure {
	job: string;
	what: string;
	safe: string;
	todo: string;
}

export interface RestoreReport {
	reviews: number;
	fields: number;
	cards: number;
	media: number;
	/** ms since the epoch. */
	made: number;
}

/** One or two sentences. */
export function restoredInWords({ reviews, fields, cards, media, made }: RestoreReport): string {
	const parts = [
		reviews > 0 ? counted(reviews, 'answer') : '',
		cards > 0 ? counted(cards, 'card') : '',
		media === 1 ? '1 picture or sound' : media > 1 ? counted(media, 'pictures and sound') : '',
		fields === 1
			? '1 mark or setting'
			: fields > 1
				? `${fields.toLocaleString('en-US')} marks or settings`
				: '',
	].filter(Boolean);
	const file = `The backup of ${timeInWords(made)}`;
	if (parts.length === 0) return `${file} held nothing that was not here already.`;
	const last = parts.pop();
	return `${file} is restored: ${parts.length > 0 ? `${parts.join(', ')} and ` : ''}${last} came back.`;
}

/** What a check found, or what was made of it. */
export interface Checked {
	/** `answer`: an answer is damaged. `lasting`: no repair can mend it. */
	findings: readonly { kind?: string; lasting?: true }[];
	mended: boolean;
}

/** A few sentences. */
export function checkedWords({ findings, mended }: Checked): string {
	if (findings.length === 0) return 'All is well: every card is as its history says.';
	const lasting = findings.filter((finding) => finding.lasting).length;
	const damaged = findings.filter(({ kind }) => kind === 'answer').length;
	const rest = findings.length - lasting;
	const differ = rest === 1 ? '1 thing differs' : `${counted(rest, 'thing')} differ`;
	const said = mended
		? `${counted(rest, 'thing')} mended. ${answersAfter(damaged)}; a copy was taken before.`
		: `${differ} from your history. ${answersBefore(damaged)} the rest from them.`;
	const lacking = `${counted(lasting, 'thing')} cannot be repaired here: what to do is said below.`;
	return [...(rest > 0 ? [said] : []), ...(lasting > 0 ? [lacking] : [])].join(' ');
}

function answersBefore(damaged: number): string {
	if (damaged === 0) return 'Your answers are whole; repair rebuilds';
	const [are, them] = damaged === 1 ? ['is', 'it'] : ['are', 'them'];
	return `${counted(damaged, 'answer')} ${are} damaged; repair sets ${them} aside, keeps all others and rebuilds`;
}

function answersAfter(damaged: number): string {
	if (damaged === 0) return 'Your answers were not touched';
	const were = damaged === 1 ? 'answer was' : 'answers were';
	return `${damaged.toLocaleString('en-US')} damaged ${were} set aside, all others were not touched`;
}
