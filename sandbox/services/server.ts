import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SetupError } from '../n8n/setupError';
import { findProgram, plainAccount, plainly } from './find';
import { spawnProgram, type RunningProgram } from './program';

const READY_WITHIN_MS = 60_000;
const POLL_MS = 25;
const STOP_GRACE_MS = 10_000;

/** A server of our own on 127.0.0.1, in a folder that goes away with it. Its port stays the same over restarts. */
export interface LocalServer {
	port: number;
	running(): boolean;
	/** kill -9, or the given signal, and wait for the end. */
	kill(signal?: NodeJS.Signals): Promise<void>;
	/** Resolves when it answers. */
	start(): Promise<void>;
	/** Ends it in an orderly way and deletes its folder. */
	stop(): Promise<void>;
	logTail(): string;
}

/** Does something with a server's folder before anything is in it, such as putting a disk of its own there. @returns what takes it back */
export type Prepare = (folder: string) => () => void;

export interface ServerFolder {
	path: string;
	remove(): void;
}

/** A folder that the account may use which runs the server. */
export function serverFolder(name: string, prepare: Prepare = () => () => undefined): ServerFolder {
	const folder = mkdtempSync(path.join(tmpdir(), `leasing-${name}-`));
	const takeBack = prepare(folder);
	const account = plainAccount();
	if (account !== null) chownSync(folder, account.uid, account.gid);
	return {
		path: folder,
		remove: () => {
			takeBack();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

export function makeServer(given: {
	program: string;
	args: readonly string[];
	folder: ServerFolder;
	port: number;
	/** Ends it without waiting for those who are connected. */
	stopSignal: NodeJS.Signals;
	/** Resolves when the server answers, throws while it does not. */
	ask: () => Promise<void>;
}): LocalServer {
	const { folder, port } = given;
	let program: RunningProgram | null = null;
	let starting: Promise<void> | null = null;

	const launch = (): RunningProgram => {
		const file = findProgram(given.program);
		if (file === null) throw new SetupError(`There is no ${given.program} on this machine.`);
		return spawnProgram({ ...plainly(file, given.args), folder: folder.path, env: { PATH: process.env.PATH ?? '', LC_ALL: 'C' } });
	};
	const bringUp = async (): Promise<void> => {
		const deadline = Date.now() + READY_WITHIN_MS;
		for (;;) {
			// After a kill -9, what the old server had started may need a moment to go away; until then a new one refuses.
			if (program === null || program.ended() !== null) program = launch();
			try {
				await given.ask();
				return;
			} catch (error) {
				if (Date.now() > deadline)
					throw new SetupError(`${given.program} did not start (${String(error)}). Its last lines were:\n${program.logTail()}`);
			}
			await sleep(program.ended() === null ? POLL_MS : POLL_MS * 10);
		}
	};
	return {
		port,
		running: () => program !== null && program.ended() === null,
		kill: async (signal = 'SIGKILL') => {
			if (program === null) return;
			if (signal === 'SIGKILL') await program.kill();
			else await program.stop(STOP_GRACE_MS, signal);
		},
		start: async () => {
			// Two who want it back at the same time get one server.
			starting ??= bringUp().finally(() => (starting = null));
			await starting;
		},
		stop: async () => {
			await program?.stop(STOP_GRACE_MS, given.stopSignal);
			folder.remove();
		},
		logTail: () => program?.logTail() ?? '',
	};
}
