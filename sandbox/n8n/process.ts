import { spawnProgram, type RunningProgram } from '../services/program';

const PARENT_CHECK_MS = 1_000;

/**
 * Runs inside n8n before n8n itself: if whoever started it disappears without a word (kill -9), n8n ends itself
 * instead of staying behind and holding its port.
 */
const END_WITH_PARENT = `const parent = process.ppid;
setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM'); }, ${PARENT_CHECK_MS}).unref();`;

/** kill -9 reaches its task runner too. */
export type N8nProcess = RunningProgram;

/** Starts `node bin start` (or another command of n8n) in `folder` with exactly this environment. */
export function spawnN8n(options: {
	bin: string;
	command?: readonly string[];
	folder: string;
	env: Record<string, string>;
	onLog?: (line: string) => void;
}): N8nProcess {
	const { bin, command = ['start'], folder, env, onLog } = options;
	const watch = `data:text/javascript,${encodeURIComponent(END_WITH_PARENT)}`;
	return spawnProgram({
		command: process.execPath,
		args: ['--import', watch, bin, ...command],
		// n8n reads a .env file of its working directory; the user folder has none.
		folder,
		env,
		...(onLog ? { onLog } : {}),
	});
}
