/** The build of sql.js that carries its WebAssembly within itself; its own types are those of the package. */
declare module 'sql.js/dist/sql-wasm-inline.js' {
	import type { SqlJsStatic } from 'sql.js';
	const load: () => Promise<SqlJsStatic>;
	export default load;
}
