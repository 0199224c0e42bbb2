/**
 * One real n8n with our built package, and a Twilio stand-in, a store and credentials of the rig's own, for the end-to-end
 * tests (`beforeAll(startRig)`, `afterAll(() => rig.stop())`) and the benchmark.
 */
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { startBuildiumSandbox, type BuildiumSandbox, type BuildiumSandboxOptions } from './buildium';
import type { N8nSession } from './n8n';
import { ownHost, type Host } from './n8n/host';
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
	/** Where n8n comes from; one is started for this rig unless it is told. */
	host?: () => Promise<Host>;
}

export interface Rig {
	n8n: Host['n8n'];
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

export async function startRig({ env = {}, host: hostOf, ...options }: RigOptions = {}): Promise<Rig> {
	if (isStale(PROJECT)) await build(PROJECT);
	const host = await (hostOf?.() ?? ownHost(PROJECT, env));
	/** Whatever was begun before a later step failed is ended, the last first; n8n while the stand-ins still answer it. */
	const ends: Array<() => Promise<unknown>> = [];
	const stop = async () => {
		const closing = ends.splice(0).reverse();
		await host.end().finally(async () => {
			for (const close of closing) await close();
		});
	};
	try {
		return await rigOn(host, options, ends, stop);
	} catch (error) {
		await stop();
		throw error;
	}
}

async function rigOn(
	host: Host,
	{ secondMs = 20, deliverySeconds = 0.2, buildium: buildiumOptions }: Omit<RigOptions, 'env' | 'host'>,
	ends: Array<() => Promise<unknown>>,
	stop: () => Promise<void>,
): Promise<Rig> {
	const folder = openFolder(host.folder, false);
	const sandbox = await startTwilioSandbox({ secondMs, deliverySeconds });
	ends.push(sandbox.close);
	for (const { phone, property } of LINES) sandbox.addNumber({ phone, friendlyName: property });
	for (const { phone, name } of STAFF) sandbox.setStaff(phone, { kind: 'ignore' }, name);

	const buildium = buildiumOptions === undefined ? null : await startBuildiumSandbox(buildiumOptions);
	if (buildium !== null) ends.push(buildium.stop);
	let session = await host.n8n.signIn();
	const credentials: Rig['credentials'] = await prepareCredentials(session, folder, sandbox);
	if (buildium !== null) credentials[BUILDIUM.type] = await buildiumCredential(session, buildium);
	const clock = { now: () => Date.now() };
	const store = await openStore({ backend: 'sqlite', file: folder.storeFile }, { clock, ids: makeIds(clock, randomBytes) });
	ends.push(store.close);

	return {
		get n8n() {
			return host.n8n;
		},
		get session() {
			return session;
		},
		sandbox,
		buildium,
		store,
		storeFile: folder.storeFile,
		credentials,
		installTemplate: async () => {
			const quiet = { say: () => undefined, step: async <T>(_what: string, work: () => Promise<T>) => await work() };
			// A test may have deleted the credentials to see what an n8n without them says.
			const prepared = await prepareCredentials(session, folder, sandbox);
			Object.assign(credentials, prepared);
			return await prepareWorkflow(session, folder, prepared, PROJECT, quiet);
		},
		killAndRestart: async () => {
			await host.restart();
			session = await host.n8n.signIn();
		},
		stop: async () => {
			// Whoever unpublishes asks Twilio and Buildium, which must not be ill any more then.
			sandbox.reset();
			buildium?.faults.clear();
			await stop();
		},
	};
}

async function buildiumCredential(
	session: N8nSession,
	{ url, clientId, clientSecret }: BuildiumSandbox,
): Promise<{ id: string; name: string }> {
	const { id } = await session.createCredential({ ...BUILDIUM, data: { environment: 'custom', baseUrl: url, clientId, clientSecret } });
	return { id, name: BUILDIUM.name };
}
