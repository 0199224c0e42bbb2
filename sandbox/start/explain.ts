import { SetupError } from '../n8n/setupError';

/** What people can mend, by the system's error code. */
const ADVICE: Record<string, string> = {
	ENOSPC: 'The disk is full. Free some space (the sandbox needs about 200 MB) and start again.',
	EDQUOT: 'Your disk quota is used up. Free some space (the sandbox needs about 200 MB) and start again.',
	EROFS: 'This disk is read-only. Put the checkout on a disk that can be written.',
	EACCES: 'The sandbox may not write there. Check who owns the folder.',
	EPERM: 'The sandbox may not write there. Check who owns the folder.',
	EMFILE: 'Too many files are open on this machine. Close some programs, or raise the limit with "ulimit -n 4096".',
};

/** Turns an error into what a person needs: a sentence when we know one, the stack when it is a bug of ours. */
export function explain(error: unknown): string {
	if (error instanceof SetupError) return error.message;
	if (!(error instanceof Error)) return String(error);
	const { code, path } = error as NodeJS.ErrnoException;
	const advice = code === undefined ? undefined : ADVICE[code];
	if (advice !== undefined) return path === undefined ? advice : `${path}: ${advice}`;
	return error.stack ?? error.message;
}
