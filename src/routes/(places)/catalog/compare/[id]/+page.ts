/** Any id may be asked for, also one that no build knew: the fallback page answers, and the screen says so. */
export const prerender = false;
