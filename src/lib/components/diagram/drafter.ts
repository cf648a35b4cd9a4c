/** Hands drawing to the components that show drawings: the route that shows one provides what draws. */
import { createContext } from 'svelte';
import type { OpenDrafter } from '$lib/interview/drawing.ts';

/** A route calls `setDrafter(openDrafter)`, from `state/mermaid-drawing.ts`, before it shows a drawing. */
export const [getDrafter, setDrafter] = createContext<OpenDrafter>();
