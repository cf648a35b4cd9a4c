/** Every screen shows what this device remembers, so nothing can be rendered ahead but the shell. */
export const ssr = false;
export const prerender = true;
