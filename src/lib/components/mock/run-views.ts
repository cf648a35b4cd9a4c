/** The three panes of a running interview. */
export const VIEWS = ['talk', 'pad', 'drawing'] as const;
export type View = (typeof VIEWS)[number];
