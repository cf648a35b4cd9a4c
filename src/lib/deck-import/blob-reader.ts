/** Lets the readers take parts of a file of the browser: a large one is never in memory as a whole. */
export { BlobReader } from '@zip.js/zip.js/lib/zip-core-native.js';
