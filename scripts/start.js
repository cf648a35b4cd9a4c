/** `npm start`: from a fresh clone to the served app. */
import { chdir } from 'node:process';
import { build, install, requireNode, ROOT, say } from './steps.js';

chdir(ROOT);
requireNode();
install();
build();

// Not at the top of the file: in a fresh clone its packages are not there yet.
const { serve } = await import('./serve.js');
const port = Number(process.env.PORT ?? 4173);
const base = (process.env.BASE_PATH ?? '').replace(/\/+$/, '');
try {
	await serve({ port, base });
} catch (problem) {
	if (!(problem instanceof Error && 'code' in problem && problem.code === 'EADDRINUSE'))
		throw problem;
	console.error(`Port ${port} is taken. Stop what uses it, or choose another: PORT=5000 npm start`);
	process.exit(1);
}
say(`Onsite is ready at http://localhost:${port}${base}/ (stop with Ctrl+C)`);
