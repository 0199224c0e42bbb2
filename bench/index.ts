/**
 * `npm run bench`: how fast we are beside n8n's own nodes in the same run. See bench/README.md.
 * Entered through scripts/run.mjs, which brings Node 24 and n8n and builds the package.
 */
import { explain } from '../sandbox/start/explain';
import { readOptions } from './options';

async function main(): Promise<number> {
	if (Number(process.versions.node.split('.')[0]) < 24) {
		process.stderr.write(
			`This is Node ${process.versions.node}; the benchmark needs Node 24. Run it as "npm run bench", which fetches Node 24 by itself.\n`,
		);
		return 1;
	}
	if (process.argv.includes('--accuracy')) {
		const accuracy = await import('./accuracy/run.js');
		return await accuracy.run(process.argv.includes('--json'));
	}
	const options = readOptions(process.argv.slice(2));
	if ('problem' in options) {
		process.stderr.write(`${options.problem}\n`);
		return 2;
	}
	if (options.against !== null) {
		const { runComparison } = await import('./compare/index.js');
		return await runComparison({ ...options, against: options.against });
	}
	if (options.only === 'normalize') {
		const { runNormalize } = await import('./normalize/index.js');
		await runNormalize(options);
		return 0;
	}
	if (options.only === 'lookups') {
		const { runLookUps } = await import('./lookUps/index.js');
		await runLookUps(options);
		return 0;
	}
	if (options.only === 'batch') {
		const { runBatch } = await import('./batch/index.js');
		await runBatch(options);
		return 0;
	}
	if (options.only === 'search') {
		const { runSearch } = await import('./search/index.js');
		return await runSearch(options);
	}
	if (options.only === 'doors') {
		const { runDoors } = await import('./doors/index.js');
		return await runDoors(options);
	}
	// Loaded only now: the store behind it needs Node 24's SQLite. (TypeScript wants the ending in a dynamic import.)
	const { run } = await import('./run.js');
	return await run(options);
}

main().then(
	(status) => process.exit(status),
	(error: unknown) => {
		process.stderr.write(`\n${explain(error)}\n`);
		process.exit(1);
	},
);
