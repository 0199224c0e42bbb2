import { readdirSync } from 'node:fs';
import path from 'node:path';
import { findProgram, installDebianPackages, isExecutable } from './debian.mjs';
import { say } from './progress.mjs';

/** Debian and Ubuntu keep Postgres' server here and not on the PATH. */
const DEBIAN_POSTGRES = '/usr/lib/postgresql';

function hasPostgres() {
	if (findProgram('postgres') && findProgram('initdb')) return true;
	try {
		return readdirSync(DEBIAN_POSTGRES).some((version) => isExecutable(path.join(DEBIAN_POSTGRES, version, 'bin', 'postgres')));
	} catch {
		return false;
	}
}

/**
 * Postgres and Redis for the tests of queue mode, which start servers of their own from these programs; installed from Debian
 * where that is possible.
 * @returns {Promise<{ reason?: string }>} `reason`: what is missing; those tests are skipped with it
 */
export async function ensureServices() {
	const missing = missingPackages();
	if (missing.length === 0) return {};
	try {
		await installDebianPackages(missing, 'installing Postgres and Redis for the tests of queue mode', 'about a minute');
	} catch (error) {
		say(`  note  Postgres and Redis could not be installed: ${error.message.split('\n')[0]}`);
	}
	const left = missingPackages();
	return left.length === 0 ? {} : { reason: `no ${left.join(' and no ')} on this machine` };
}

const missingPackages = () => [...(hasPostgres() ? [] : ['postgresql']), ...(findProgram('redis-server') ? [] : ['redis-server'])];
