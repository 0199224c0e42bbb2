/**
 * Where a rig's n8n comes from and where it goes afterwards: one started for this rig alone (below), or one that
 * is lent to it for a while (test/e2e/lender).
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startRealN8n, type RealN8n } from '.';

export interface Host {
	/** A new one after `restart`. */
	n8n: Pick<RealN8n, 'url' | 'signIn' | 'exited'>;
	/** For the rig's own files; nobody else's. */
	folder: string;
	/** kill -9, then a new n8n on the same data and port. */
	restart(): Promise<void>;
	/** The rig is done with it. The stand-ins still answer: a trigger may have something to give back. */
	end(): Promise<void>;
}

/** @param env for n8n, added to or replacing the quiet environment */
export async function ownHost(packageFolder: string, env: Record<string, string>): Promise<Host> {
	const folder = mkdtempSync(path.join(tmpdir(), 'leasing-rig-'));
	const options = { folder: path.join(folder, 'n8n'), packageFolder, env };
	let n8n = await startRealN8n(options);
	return {
		get n8n() {
			return n8n;
		},
		folder,
		restart: async () => {
			await n8n.kill();
			n8n = await startRealN8n({ ...options, port: Number(new URL(n8n.url).port) });
		},
		end: async () => {
			await n8n.stop();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
