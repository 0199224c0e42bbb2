import path from 'node:path';
import { startRegularSqlite } from '../deployment/regularSqlite';
import { runFaults } from '../run';
import { brokenCopy } from './apply';
import { DRILLS } from './drills';
import { CONTROLS, MUTANTS } from './list';

const PROJECT = path.resolve(__dirname, '../../..');
const MINUTE_MS = 60_000;

/** What the run of one mutant ends with, on a line of its own. */
export const RESULT = 'RESULT ';
export interface MutantResult {
	/** What was found first; null: nothing was. */
	caught: string | null;
	/** In which drill. */
	drill: string | null;
	/** From the moment at which its n8n was up. */
	ms: number;
}

/** Builds the mutant, runs it, and plays its drills until one finds something or its time is over. @returns exit status 0: it was played */
export async function runOneMutant(name: string, { seed }: { seed: number }, print: (line: string) => void): Promise<number> {
	const mutant = [...MUTANTS, ...CONTROLS].find((one) => one.name === name);
	if (!mutant) throw new Error(`There is no mutant "${name}".`);
	const copy = await brokenCopy(PROJECT, mutant);
	const began = { at: Date.now() };
	const end = (caught: string | null, drill: string | null) => {
		const result: MutantResult = { caught, drill, ms: Date.now() - began.at };
		console.log(`${RESULT}${JSON.stringify(result)}`);
	};
	try {
		const deployment = await startRegularSqlite({ project: copy.folder, everything: true });
		began.at = Date.now();
		try {
			for (const [nth, drill] of mutant.drills.entries()) {
				const left = began.at + mutant.minutes * MINUTE_MS - Date.now();
				if (left < MINUTE_MS / 3) break;
				const outcome = await runFaults(deployment, { ...DRILLS[drill], seed: seed + nth, callersFrom: nth * 1_000 }, print);
				const [first] = outcome.found;
				if (first !== undefined) {
					end(first, drill);
					return 0;
				}
				deployment.sandbox.reset();
			}
			end(null, null);
			return 0;
		} finally {
			await deployment.stop(false);
		}
	} finally {
		copy.remove();
	}
}
