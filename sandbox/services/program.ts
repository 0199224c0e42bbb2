import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';

const KEPT_LINES = 200;

export interface RunningProgram {
	pid: number;
	/** Null while it runs; then what ended it, e.g. `exit code 1`. */
	ended(): string | null;
	/** Resolves with the same. */
	exited: Promise<string>;
	/** The last lines it printed. */
	logTail(lines?: number): string;
	/** Asks it to end, and kills it when it has not after `graceMs`. */
	stop(graceMs: number, signal?: NodeJS.Signals): Promise<void>;
	/** kill -9 for it and for what it started. */
	kill(): Promise<void>;
}

const running = new Set<ChildProcess>();

/** A program leads a process group of its own, to which those it starts belong: one signal reaches all. */
function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
	if (child.pid === undefined) return;
	try {
		process.kill(-child.pid, signal);
	} catch {
		// The group is gone already.
	}
}

let exitHooked = false;
function hookExit(): void {
	if (exitHooked) return;
	exitHooked = true;
	const killAll = () => {
		for (const child of running) signalGroup(child, 'SIGKILL');
	};
	process.once('exit', killAll);
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.on(signal, () => {
			// Whoever else listens (npm start) wants to end in its own order; then the exit hook is enough.
			if (process.listenerCount(signal) > 1) return;
			killAll();
			process.exit(1);
		});
	}
}

/** Starts a program in `folder` with exactly this environment; it does not outlive us. */
export function spawnProgram(options: {
	command: string;
	args: readonly string[];
	folder: string;
	env: Record<string, string>;
	onLog?: (line: string) => void;
}): RunningProgram {
	hookExit();
	const child = spawn(options.command, options.args, {
		cwd: options.folder,
		env: options.env,
		stdio: ['ignore', 'pipe', 'pipe'],
		detached: true,
	});
	running.add(child);

	const lines: string[] = [];
	for (const stream of [child.stdout, child.stderr]) {
		createInterface({ input: stream }).on('line', (raw) => {
			const line = stripVTControlCharacters(raw);
			lines.push(line);
			if (lines.length > KEPT_LINES) lines.shift();
			options.onLog?.(line);
		});
	}

	let ended: string | null = null;
	const exited = new Promise<string>((resolve) => {
		child.once('error', (error) => {
			ended ??= error.message;
			running.delete(child);
			resolve(ended);
		});
		child.once('exit', (code, signal) => {
			ended ??= signal === null ? `exit code ${code ?? 'unknown'}` : `signal ${signal}`;
			signalGroup(child, 'SIGKILL');
			running.delete(child);
			resolve(ended);
		});
	});

	const kill = async () => {
		signalGroup(child, 'SIGKILL');
		await exited;
	};
	return {
		pid: child.pid ?? 0,
		ended: () => ended,
		exited,
		logTail: (count = 30) => lines.slice(-count).join('\n'),
		kill,
		stop: async (graceMs, signal = 'SIGTERM') => {
			if (ended !== null) return;
			child.kill(signal);
			const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), graceMs);
			await exited;
			clearTimeout(timer);
		},
	};
}
