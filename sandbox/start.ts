/**
 * `npm start`: the pretend phone company and a real n8n with our nodes on this machine, one missed call from end to end.
 * Entered through scripts/run.mjs, which brings Node 24 and n8n. This file must load on any Node, to be able to say so.
 */
import { explain } from './start/explain';
import { readOptions } from './start/options';

async function main(): Promise<number> {
	if (Number(process.versions.node.split('.')[0]) < 24) {
		process.stderr.write(
			`This is Node ${process.versions.node}; the sandbox needs Node 24. Run it as "npm start", which fetches Node 24 by itself.\n`,
		);
		return 1;
	}
	const options = readOptions(process.argv.slice(2));
	if ('problem' in options) {
		process.stderr.write(`${options.problem}\n`);
		return 2;
	}
	// Loaded only now: the store behind it needs Node 24's SQLite. (TypeScript wants the ending in a dynamic import.)
	const { start } = await import('./start/run.js');
	return await start(options);
}

main().then(
	(status) => process.exit(status),
	(error: unknown) => {
		process.stderr.write(`\n${explain(error)}\n`);
		process.exit(1);
	},
);
