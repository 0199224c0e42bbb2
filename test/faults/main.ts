/**
 * `npm run test:faults`: real n8n processes run the published text-back template while renters call, and something
 * breaks every few seconds. At the end nothing may be lost and nothing done twice. See options.ts for the arguments.
 */
import { startQueuePostgres } from './deployment/queuePostgres';
import { startRegularSqlite } from './deployment/regularSqlite';
import { runMutants } from './mutants/all';
import { runOneMutant } from './mutants/one';
import { readOptions, USAGE, type Options } from './options';
import { runFaults } from './run';

const began = Date.now();

function print(line: string): void {
	const seconds = Math.floor((Date.now() - began) / 1000);
	console.log(`${String(Math.floor(seconds / 60)).padStart(3)}:${String(seconds % 60).padStart(2, '0')}  ${line}`);
}

async function main(options: Options): Promise<number> {
	if (options.mutants !== null) return await runMutants(options.mutants, options, print);
	if (options.mutant !== null) return await runOneMutant(options.mutant, options, print);
	print(`seed ${options.seed}; starting n8n${options.backend === 'postgres' ? ' in queue mode' : ''}`);
	const deployment = options.backend === 'postgres' ? await startQueuePostgres() : await startRegularSqlite({ everything: true });
	let ok = false;
	try {
		const outcome = await runFaults(deployment, options, print);
		({ ok } = outcome);
		console.log(outcome.summary);
	} finally {
		const kept = await deployment.stop(options.keep);
		if (kept !== null) print(`the folder ${kept} is left behind`);
	}
	return ok ? 0 : 1;
}

function optionsOrUsage(): Options {
	try {
		return readOptions(process.argv.slice(2));
	} catch (error) {
		console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
		process.exit(2);
	}
}

main(optionsOrUsage()).then(
	(status) => process.exit(status),
	(error: unknown) => {
		console.error(error);
		process.exit(1);
	},
);
