/**
 * One real n8n with our built package and one Twilio stand-in in a folder of their own, for the end-to-end tests
 * (`beforeAll(startRig)`, `afterAll(() => rig.stop())`) and the benchmark.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startBuildiumSandbox, type BuildiumSandbox, type BuildiumSandboxOptions } from './buildium';
import { startRealN8n, type N8nSession, type RealN8n } from './n8n';
import { build, isStale } from './start/build';
import { LINES, STAFF } from './start/company';
import { openFolder } from './start/folder';
import { prepareCredentials, prepareWorkflow } from './start/prepare';
import { startTwilioSandbox } from './twilio';
import type { TwilioSandbox } from './twilio/contract';
import { makeIds } from '../store/ids';
import { openStore } from '../store/openStore';
import type { Store } from '../store/port';

const PROJECT = path.resolve(__dirname, '..');

const BUILDIUM = { type: 'buildiumApi', name: 'Pretend Buildium Account' };

export interface RigOptions {
	/** Real ms per sandbox second; 20 lets an 18 s ring pass in a third of a second. */
	secondMs?: number;
	/** Sandbox seconds between the delivery statuses of a text. */
	deliverySeconds?: number;
	/** Starts a Buildium stand-in, too. `{}` for one as it comes. */
	buildium?: BuildiumSandboxOptions;
	/** For n8n, added to or replacing the quiet environment. */
	env?: Record<string, string>;
}

export interface Rig {
	n8n: RealN8n;
	session: N8nSession;
	/** Has the lines and staff of sandbox/start/company.ts; staff phones ignore calls. */
	sandbox: TwilioSandbox;
	/** Null unless asked for. Stays up when n8n is killed. */
	buildium: BuildiumSandbox | null;
	/** The file that the Leasing Store credential names; opened by the test process beside n8n. */
	store: Store;
	storeFile: string;
	/** By credential type. */
	credentials: Record<string, { id: string; name: string }>;
	/** Imports the missed-call template, fills it in, saves the portfolio settings and publishes. @returns its id */
	installTemplate(): Promise<string>;
	/** kill -9, then a new n8n on the same folder and port. `session` is a new one afterwards. */
	killAndRestart(): Promise<void>;
	stop(): Promise<void>;
}

export async function startRig({
	secondMs = 20,
	deliverySeconds = 0.2,
	buildium: buildiumOptions,
	env = {},
}: RigOptions = {}): Promise<Rig> {
	if (isStale(PROJECT)) await build(PROJECT);
	const root = mkdtempSync(path.join(tmpdir(), 'leasing-e2e-'));
	const folder = openFolder(root, false);
	const sandbox = await startTwilioSandbox({ secondMs, deliverySeconds });
	for (const { phone, property } of LINES) sandbox.addNumber({ phone, friendlyName: property });
	for (const { phone, name } of STAFF) sandbox.setStaff(phone, { kind: 'ignore' }, name);

	const buildium = buildiumOptions === undefined ? null : await startBuildiumSandbox(buildiumOptions);
	const n8nOptions = { folder: folder.n8n, packageFolder: PROJECT, env };
	const n8n = await startRealN8n(n8nOptions);
	const session = await n8n.signIn();
	const credentials: Rig['credentials'] = await prepareCredentials(session, folder, sandbox);
	if (buildium !== null) credentials[BUILDIUM.type] = await buildiumCredential(session, buildium);
	const clock = { now: () => Date.now() };
	const store = await openStore({ backend: 'sqlite', file: folder.storeFile }, { clock, ids: makeIds(clock, randomBytes) });

	const rig: Rig = {
		n8n,
		session,
		sandbox,
		buildium,
		store,
		storeFile: folder.storeFile,
		credentials,
		installTemplate: async () => {
			const quiet = { say: () => undefined, step: async <T>(_what: string, work: () => Promise<T>) => await work() };
			// A test may have deleted the credentials to see what an n8n without them says.
			const prepared = await prepareCredentials(rig.session, folder, sandbox);
			Object.assign(credentials, prepared);
			return await prepareWorkflow(rig.session, folder, prepared, PROJECT, quiet);
		},
		killAndRestart: async () => {
			const port = Number(new URL(rig.n8n.url).port);
			await rig.n8n.kill();
			rig.n8n = await startRealN8n({ ...n8nOptions, port });
			rig.session = await rig.n8n.signIn();
		},
		stop: async () => {
			await rig.n8n.stop();
			await sandbox.close();
			await buildium?.stop();
			await store.close();
			rmSync(root, { recursive: true, force: true });
		},
	};
	return rig;
}

async function buildiumCredential(
	session: N8nSession,
	{ url, clientId, clientSecret }: BuildiumSandbox,
): Promise<{ id: string; name: string }> {
	const { id } = await session.createCredential({ ...BUILDIUM, data: { environment: 'custom', baseUrl: url, clientId, clientSecret } });
	return { id, name: BUILDIUM.name };
}
