import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import * as z from 'zod/v4';
import { LOOPBACK } from './freePort';
import { SetupError } from './setupError';

/** The n8n that scripts/run.mjs installs when LEASING_N8N_DIR names no other. */
const DEFAULT_N8N = 'n8n-2.41.1';

/** Where this project keeps what it downloads or prepares once per machine. */
export function cacheFolder(): string {
	const { LEASING_CACHE: own, XDG_CACHE_HOME: shared } = process.env;
	if (own !== undefined && own !== '') return path.resolve(own);
	const base = shared !== undefined && shared !== '' ? shared : path.join(homedir(), '.cache');
	return path.join(base, 'n8n-nodes-leasing');
}

export interface InstalledN8n {
	/** n8n's command file, to be run by Node 24. */
	bin: string;
	version: string;
}

/** Finds the installed n8n. @throws SetupError when it is missing or this Node cannot run it */
export function findN8n(): InstalledN8n {
	const major = Number(process.versions.node.split('.')[0]);
	if (major < 24) {
		throw new SetupError(
			`n8n needs Node 24 and this is Node ${process.versions.node}. Use "npm start" or "npm test": they fetch Node 24 by themselves.`,
		);
	}
	const wanted = process.env.LEASING_N8N_DIR;
	const folder = wanted !== undefined && wanted !== '' ? path.resolve(wanted) : path.join(cacheFolder(), DEFAULT_N8N);
	const n8n = path.join(folder, 'node_modules', 'n8n');
	const bin = path.join(n8n, 'bin', 'n8n');
	if (!existsSync(bin)) {
		throw new SetupError(`There is no n8n in ${folder}. Run "npm start" or "npm test" once: they install it there.`);
	}
	const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(path.join(n8n, 'package.json'), 'utf8')));
	return { bin, version };
}

/** Of our own environment n8n gets only these: no NODE_ENV or N8N_… of whoever started us, no proxy. */
const PASSED_ON = ['PATH', 'HOME', 'USER', 'SHELL', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'TMP', 'TEMP', 'SystemRoot', 'APPDATA'];

/**
 * What docs/speed.md advises for n8n itself. By default n8n keeps one expression sandbox ready; our trigger's request takes
 * it, and the text waits for a new one (median 124 ms instead of 86 on two idle cores).
 */
export const RECOMMENDED_ENVIRONMENT = { N8N_EXPRESSION_ENGINE_POOL_SIZE: '2' } as const;

/** Environment of an n8n that calls nobody, asks nobody and listens on loopback only. */
export function quietEnvironment(options: {
	folder: string;
	port: number;
	brokerPort: number;
	extra?: Record<string, string>;
}): Record<string, string> {
	const inherited: Record<string, string> = {};
	for (const name of PASSED_ON) {
		const value = process.env[name];
		if (value !== undefined) inherited[name] = value;
	}
	const url = `http://${LOOPBACK}:${options.port}/`;
	return {
		...inherited,
		N8N_USER_FOLDER: options.folder,
		N8N_PORT: String(options.port),
		N8N_LISTEN_ADDRESS: LOOPBACK,
		N8N_RUNNERS_BROKER_PORT: String(options.brokerPort),
		// Without these n8n hands out http://localhost, which may mean ::1, where nobody listens.
		N8N_WEBHOOK_URL: url,
		WEBHOOK_URL: url,
		N8N_EDITOR_BASE_URL: url,
		N8N_SECURE_COOKIE: 'false',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
		N8N_PUBLIC_API_SWAGGERUI_DISABLED: 'true',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		// This module asks api.n8n.io at every start.
		N8N_DISABLED_MODULES: 'mcp-registry',
		...RECOMMENDED_ENVIRONMENT,
		...options.extra,
	};
}
