import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';

const running = new Set();
const TAIL = 200_000;

/**
 * Runs a program to its end without showing its output, which goes to the file `log`.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, log: string, timeoutMs?: number }} options
 * @returns {Promise<{ ok: boolean, output: string }>} the last part of what it printed, both streams
 */
export function runQuietly(program, args, { cwd, env = process.env, log, timeoutMs }) {
	mkdirSync(path.dirname(log), { recursive: true });
	const file = createWriteStream(log, { flags: 'a' });
	file.write(`\n$ ${[program, ...args].join(' ')}\n`);
	return new Promise((resolve) => {
		const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
		const timer = timeoutMs ? setTimeout(() => child.kill('SIGKILL'), timeoutMs) : undefined;
		let output = '';
		const collect = (chunk) => {
			file.write(chunk);
			output = (output + chunk).slice(-TAIL);
		};
		const end = (ok) => {
			clearTimeout(timer);
			running.delete(child);
			file.end();
			resolve({ ok, output });
		};
		running.add(child);
		child.stdout.on('data', collect);
		child.stderr.on('data', collect);
		child.on('error', (error) => {
			collect(`${error.message}\n`);
			end(false);
		});
		child.on('close', (code) => end(code === 0));
	});
}

/**
 * Runs a program in the foreground: it has the terminal, and signals sent to us reach it.
 * @returns {Promise<number>} its exit status; 128 + n when signal n ended it
 */
export function runInForeground(program, args, { cwd, env = process.env } = {}) {
	return new Promise((resolve, reject) => {
		const child = spawn(program, args, { cwd, env, stdio: 'inherit' });
		const pass = (signal) => child.kill(signal);
		// A terminal sends Ctrl-C to the whole group, so there the child has it already and ends by itself: we only outlive it.
		const interrupt = process.stdin.isTTY ? () => {} : pass;
		process.on('SIGINT', interrupt);
		process.on('SIGTERM', pass);
		process.on('SIGHUP', pass);
		const clean = () => {
			process.off('SIGINT', interrupt);
			process.off('SIGTERM', pass);
			process.off('SIGHUP', pass);
		};
		child.on('error', (error) => {
			clean();
			reject(error);
		});
		child.on('close', (code, signal) => {
			clean();
			resolve(code ?? 128 + (constants.signals[signal] ?? 0));
		});
	});
}

/** Ends every quiet program that is still running (used when we are told to stop). */
export function stopQuietPrograms() {
	for (const child of running) child.kill('SIGTERM');
}
