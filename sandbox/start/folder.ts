/** What the sandbox keeps between starts, all in one folder that may be deleted at any time. */
import { mkdirSync, readFileSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/v4';
import { SetupError } from '../n8n/setupError';

const NEEDED_BYTES = 200 * 1024 * 1024;

const State = z.object({
	/** The pretend Twilio account; the credential in n8n holds the same. */
	account: z.object({ accountSid: z.string(), authToken: z.string(), apiKeySid: z.string(), apiKeySecret: z.string() }).nullable(),
	twilioCredentialId: z.string().nullable(),
	/** Base URL that the Twilio credential was last saved with. */
	twilioUrl: z.string().nullable(),
	storeCredentialId: z.string().nullable(),
	workflowId: z.string().nullable(),
	/** Fingerprint of the template that the workflow was made from. */
	template: z.string().nullable(),
	/** How many made-up renters have called. */
	callers: z.number().int(),
});
export type State = z.infer<typeof State>;

const NOTHING: State = {
	account: null,
	twilioCredentialId: null,
	twilioUrl: null,
	storeCredentialId: null,
	workflowId: null,
	template: null,
	callers: 0,
};

export interface SandboxFolder {
	path: string;
	/** n8n's user folder. */
	n8n: string;
	storeFile: string;
	logFile: string;
	state: State;
	/** Changes part of the state and writes it down. */
	keep(change: Partial<State>): void;
}

const PARTS = ['n8n', 'store', 'state.json', 'n8n.log'];

/** Writes a file whole or not at all. */
export function writeWhole(file: string, text: string): void {
	writeFileSync(`${file}.new`, text, { mode: 0o600 });
	renameSync(`${file}.new`, file);
}

function readState(file: string): State {
	try {
		return State.parse(JSON.parse(readFileSync(file, 'utf8')));
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return NOTHING;
		throw new SetupError(`${file} cannot be read. Run "npm start -- --fresh" to start over.`);
	}
}

/** Opens the folder, creating it when missing. @param fresh deletes what earlier starts left */
export function openFolder(folder: string, fresh: boolean): SandboxFolder {
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	const disk = statfsSync(folder);
	if (disk.bavail * disk.bsize < NEEDED_BYTES) {
		throw new SetupError(`There is less than 200 MB left on the disk of ${folder}. Free some space and start again.`);
	}
	if (fresh) for (const part of PARTS) rmSync(path.join(folder, part), { recursive: true, force: true });
	const stateFile = path.join(folder, 'state.json');
	let state = readState(stateFile);
	return {
		path: folder,
		n8n: path.join(folder, 'n8n'),
		storeFile: path.join(folder, 'store', 'leasing.sqlite'),
		logFile: path.join(folder, 'n8n.log'),
		get state() {
			return state;
		},
		keep(change) {
			state = { ...state, ...change };
			writeWhole(stateFile, `${JSON.stringify(state, null, '\t')}\n`);
		},
	};
}
