import { appendFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { startRealN8n, SetupError, type RealN8n } from '../n8n';
import { addresses } from './addresses';
import { build, isStale } from './build';
import { nextCaller } from './nextCaller';
import { placeFirstCall } from './firstCall';
import { openFolder, type SandboxFolder } from './folder';
import { onInterrupt } from './interrupt';
import { claimFolder } from './onlyOne';
import type { StartOptions } from './options';
import { choosePort, startPhoneCompany } from './phoneCompany';
import { prepareCredentials, prepareWorkflow } from './prepare';
import { printTo, type Progress } from './progress';
import { judge, type StartResult } from './result';
import { tellStory } from './story';

const DEFAULT_N8N_PORT = 5678;
const PROJECT = path.resolve(__dirname, '..', '..');

/** What must be undone at the end, last first. */
type Undo = Array<() => Promise<void> | void>;

async function startN8n(folder: SandboxFolder, options: StartOptions, progress: Progress): Promise<RealN8n> {
	const port = options.port ?? (await choosePort('n8n', DEFAULT_N8N_PORT, progress.say));
	rmSync(folder.logFile, { force: true });
	return await progress.step(
		'Starting n8n',
		async () =>
			await startRealN8n({
				folder: folder.n8n,
				port,
				packageFolder: PROJECT,
				onLog: (line) => appendFileSync(folder.logFile, `${line}\n`),
			}),
	);
}

/** Everything up to the printed story. @returns what it led to and how to go on watching */
async function bringUp(options: StartOptions, progress: Progress, undo: Undo) {
	const folderPath = path.resolve(process.env.LEASING_SANDBOX_DIR ?? path.join(PROJECT, '.sandbox'));
	const claim = claimFolder(folderPath);
	undo.push(claim.release);
	const folder = openFolder(folderPath, options.fresh);

	if (isStale(PROJECT)) await progress.step('Building the nodes', async () => await build(PROJECT));
	const sandbox = await startPhoneCompany(folder, progress);
	undo.push(async () => await sandbox.close());
	const n8n = await startN8n(folder, options, progress);
	undo.push(async () => await n8n.stop());
	claim.announce(n8n.url);

	const session = await progress.step('Signing in as the owner', async () => await n8n.signIn());
	const credentials = await progress.step('Credentials', async () => await prepareCredentials(session, folder, sandbox));
	const workflowId = await progress.step(
		'Portfolio settings and workflow, published',
		async () => await prepareWorkflow(session, folder, credentials, PROJECT, progress),
	);

	const caller = nextCaller(folder.state.callers);
	folder.keep({ callers: folder.state.callers + 1 });
	const seen = await progress.step(
		'A renter calls and nobody answers',
		async () => await placeFirstCall(sandbox, session, workflowId, folder.storeFile, caller),
	);
	const result = judge(seen, n8n.version);
	progress.say(['', 'What happened', ...tellStory(seen)].join('\n'));
	if (result.problems.length > 0) {
		progress.say(
			['', 'This is not as it should be:', ...[...result.problems, ...sandbox.alerts()].map((line) => `  ${line}`)].join('\n'),
		);
	}
	return { n8n, result, lookAround: addresses(n8n, session, workflowId, sandbox, folder) };
}

function finish(result: StartResult, options: StartOptions): number {
	if (options.json) process.stdout.write(`${JSON.stringify(result)}\n`);
	return result.problems.length === 0 ? 0 : 1;
}

/** Runs `npm start`. @returns the exit status */
export async function start(options: StartOptions): Promise<number> {
	const progress = printTo(options.json ? process.stderr : process.stdout);
	const interrupt = onInterrupt();
	const undo: Undo = [];
	try {
		const up = await Promise.race([bringUp(options, progress, undo), interrupt.happened]);
		if (up === 'interrupted') return 130;
		const status = finish(up.result, options);
		if (options.exit) return status;
		progress.say(['', ...up.lookAround].join('\n'));
		const end = await Promise.race([interrupt.happened, up.n8n.exited]);
		if (end !== 'interrupted') throw new SetupError(`n8n ended by itself (${end}). Its last lines were:\n${up.n8n.logTail()}`);
		return status;
	} finally {
		if (undo.length > 1) progress.say('\nStopping n8n and the pretend phone company ...');
		for (const one of undo.reverse()) await one();
	}
}
