/** Entry of dist/dedupe.js, the command `n8n-nodes-leasing`. */
import { setFlagsFromString } from 'node:v8';
import { dedupeCommand } from './command';

// Node would rather take memory than clear up; on somebody's own computer the list must not crowd out the rest. Costs no time that one could measure.
setFlagsFromString('--optimize-for-size');

const around = {
	print: (text: string) => void process.stdout.write(text),
	tell: (text: string) => void process.stderr.write(text),
	now: () => Date.now(),
};

dedupeCommand(process.argv.slice(2), around).then(
	(code) => {
		process.exitCode = code;
	},
	(error: unknown) => {
		process.stderr.write(
			`This is a bug in the command, not in your list. Please report it with these lines:\n${error instanceof Error ? error.stack : String(error)}\n`,
		);
		process.exitCode = 70;
	},
);
