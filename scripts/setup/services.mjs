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
 * where that is possible. Without them those tests are skipped and say why.
 */
export async function ensureServices() {
	const missing = [...(hasPostgres() ? [] : ['postgresql']), ...(findProgram('redis-server') ? [] : ['redis-server'])];
	if (missing.length === 0) return;
	try {
		await installDebianPackages(missing, 'installing Postgres and Redis for the tests of queue mode', 'about a minute');
	} catch (error) {
		say(`  note  Postgres and Redis could not be installed: ${error.message.split('\n')[0]}`);
	}
}
