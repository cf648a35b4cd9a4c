/** Files that the system hands to the app: opened with it, shared with it, or pasted. */
import { base } from '$app/paths';

interface LaunchParams {
	files?: readonly { getFile: () => Promise<File> }[];
}

interface LaunchQueue {
	setConsumer: (take: (params: LaunchParams) => void) => void;
}

/** Whatever is opened with the installed app from now on, or was before and waits. Returns what stops it. */
export function openedFiles(take: (files: File[]) => void): () => void {
	const { launchQueue } = window as { launchQueue?: LaunchQueue };
	let stopped = false;
	launchQueue?.setConsumer(({ files = [] }) => {
		if (stopped || files.length === 0) return;
		void Promise.all(files.map((file) => file.getFile())).then(take, () => {});
	});
	return () => (stopped = true);
}

/** Where the service worker keeps what was shared, until this screen has taken it. */
const SHARED = `onsite${base}-shared`;

export interface Given {
	files: File[];
	text: string;
}

/** What was shared with the app since it was last asked for. */
export async function sharedFiles(): Promise<Given> {
	const given: Given = { files: [], text: '' };
	if (!('caches' in window) || !(await caches.has(SHARED))) return given;
	const cache = await caches.open(SHARED);
	for (const request of await cache.keys()) {
		const response = await cache.match(request);
		const name = decodeURIComponent(response?.headers.get('x-name') ?? '');
		if (response && name) given.files.push(new File([await response.blob()], name));
		else if (response) given.text = await response.text();
	}
	await caches.delete(SHARED);
	return given;
}

/** What a clipboard holds: files, else text. */
export function pastedFiles(data: DataTransfer | null): Given {
	return { files: [...(data?.files ?? [])], text: data?.getData('text/plain') ?? '' };
}

/** The address that a text is, or to which its few words lead up, as share sheets write it; '' for any other text. */
export function addressIn(text: string): string {
	const said = text.trim();
	const isShort = said.length < 3_000 && said.split(/\r\n|\r|\n/).length <= 3;
	if (!isShort || /\t|^[QC]:|\S::/m.test(said)) return '';
	if (said.match(/https?:\/\//g)?.length !== 1) return '';
	return /(?:^|\s)(https?:\/\/\S+)$/.exec(said)?.[1] ?? '';
}
