/** Which key does what in a running interview. */

export type RunAct =
	| { act: 'ask' | 'clock' | 'help' | 'next' | 'turn' | 'leave' | 'out' }
	| { act: 'pane'; at: number }
	| { act: 'drawing' };

export interface RunPress {
	key: string;
	repeat: boolean;
	/** Ctrl or Cmd. */
	command: boolean;
	alt: boolean;
	/** In a field in which letters are text. */
	inText: boolean;
}

const LETTERS: Readonly<Record<string, RunAct>> = {
	a: { act: 'ask' },
	c: { act: 'clock' },
	d: { act: 'drawing' },
	n: { act: 'next' },
	'?': { act: 'help' },
};

/**
 * @param shortcuts whether single keys act; those with Ctrl, F6 and Escape always do
 * @param panes how many panes the pad has
 * @returns undefined where the key means nothing here; letters in a field are always text
 */
export function actOfRunKey(
	press: RunPress,
	{ shortcuts, panes }: { shortcuts: boolean; panes: number },
): RunAct | undefined {
	if (press.repeat || press.alt) return undefined;
	if (press.command) return press.key === 'Enter' ? { act: 'next' } : undefined;
	if (press.key === 'F6') return { act: 'turn' };
	if (press.key === 'Escape') return { act: press.inText ? 'out' : 'leave' };
	if (press.inText || !shortcuts) return undefined;
	const at = Number(press.key) - 1;
	if (Number.isInteger(at) && at >= 0 && at < panes) return { act: 'pane', at };
	return LETTERS[press.key.toLowerCase()];
}
