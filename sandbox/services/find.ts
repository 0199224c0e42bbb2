/** Finds the servers of queue mode on this machine and says how to start them without more rights than they need. */
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Debian and Ubuntu keep Postgres' server here and not on the PATH, one folder for each version. */
const DEBIAN_POSTGRES = '/usr/lib/postgresql';

function debianFolders(): string[] {
	if (!existsSync(DEBIAN_POSTGRES)) return [];
	const versions = readdirSync(DEBIAN_POSTGRES).sort((a, b) => Number(b) - Number(a));
	return versions.map((version) => path.join(DEBIAN_POSTGRES, version, 'bin'));
}

function isProgram(file: string): boolean {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

export function findProgram(name: string): string | null {
	const folders = [...(process.env.PATH ?? '').split(path.delimiter), ...debianFolders()];
	return folders.map((folder) => path.join(folder, name)).find(isProgram) ?? null;
}

/** Whether Postgres and Redis can be started here. @returns what is missing, as the reason of a skipped test; null when nothing is */
export function missingServices(): string | null {
	const missing = ['initdb', 'postgres', 'redis-server'].filter((name) => findProgram(name) === null);
	if (missing.length > 0) {
		return `no ${missing.join(', ')} on this machine (on Debian or Ubuntu: apt-get install postgresql redis-server)`;
	}
	if (isRoot() && findProgram('setpriv') === null)
		return 'Postgres refuses to run as root, and there is no setpriv to start it as somebody else';
	return null;
}

const isRoot = () => process.getuid?.() === 0;

/** Who runs a server that refuses to run as root; null when we are not root ourselves. */
export function plainAccount(): { uid: number; gid: number } | null {
	if (!isRoot()) return null;
	const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
	return { uid: id('-u'), gid: id('-g') };
}

/** The command line that runs a program as that account and ends it with us, even if we are killed. */
export function plainly(program: string, args: readonly string[]): { command: string; args: string[] } {
	const setpriv = findProgram('setpriv');
	if (setpriv === null) return { command: program, args: [...args] };
	const account = plainAccount();
	const as = account === null ? [] : ['--reuid', String(account.uid), '--regid', String(account.gid), '--clear-groups'];
	return { command: setpriv, args: [...as, '--pdeathsig', 'KILL', '--', program, ...args] };
}
