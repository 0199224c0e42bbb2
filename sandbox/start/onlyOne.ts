/** Two sandboxes on one folder would write over each other, so the second one stops with a sentence. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/v4';
import { SetupError } from '../n8n/setupError';
import { writeWhole } from './folder';

const Running = z.object({ pid: z.number(), n8nUrl: z.string().nullable() });

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

export interface Claim {
	/** Tells a second start where this one is. */
	announce(n8nUrl: string): void;
	release(): void;
}

/** Creates the folder when missing. @throws SetupError when another start is alive on it */
export function claimFolder(folder: string): Claim {
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	const file = path.join(folder, 'running.json');
	let other: z.infer<typeof Running> | null = null;
	try {
		other = Running.parse(JSON.parse(readFileSync(file, 'utf8')));
	} catch {
		// Nobody, or a file cut off by a crash.
	}
	if (other !== null && other.pid !== process.pid && isAlive(other.pid)) {
		const where = other.n8nUrl === null ? 'It is still starting' : `Its n8n is at ${other.n8nUrl}`;
		throw new SetupError(
			`The sandbox is already running as process ${other.pid}. ${where}. Use that one, or stop it with Ctrl-C in its window. (If process ${other.pid} is something else, delete ${file}.)`,
		);
	}
	const write = (n8nUrl: string | null) => writeWhole(file, `${JSON.stringify({ pid: process.pid, n8nUrl })}\n`);
	write(null);
	return { announce: write, release: () => rmSync(file, { force: true }) };
}
