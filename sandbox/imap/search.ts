import type { SandboxFolder, SandboxMail } from './contract';
import { textOf, type Argument } from './parse';

/** Which mails a set such as `3:5,9,12:*` names. `12:*` names the last one even if its number is lower, as RFC 3501 has it. */
export function inSet(set: string, numbers: readonly number[]): (number: number) => boolean {
	const last = Math.max(0, ...numbers);
	const ranges = set.split(',').map((part) => {
		const [from = 0, to = from] = part.split(':').map((end) => (end === '*' ? last : Number(end)));
		return [Math.min(from, to), Math.max(from, to)] as const;
	});
	return (number) => ranges.some(([from, to]) => number >= from && number <= to);
}

/** @returns null for a search that this server does not know */
export function search(folder: SandboxFolder, args: readonly Argument[]): SandboxMail[] | null {
	const tests: ((mail: SandboxMail, index: number) => boolean)[] = [];
	const uids = folder.mails.map(({ uid }) => uid);
	for (let at = 0; at < args.length; at++) {
		const key = textOf(args[at]).toUpperCase();
		if (key === 'ALL') continue;
		else if (key === 'CHARSET') at++;
		else if (key === 'UNSEEN') tests.push(({ flags }) => !flags.has('\\Seen'));
		else if (key === 'SEEN') tests.push(({ flags }) => flags.has('\\Seen'));
		else if (key === 'UNDELETED') tests.push(({ flags }) => !flags.has('\\Deleted'));
		else if (key === 'UID') {
			const has = inSet(textOf(args[++at]), uids);
			tests.push(({ uid }) => has(uid));
		} else if (key === 'SINCE') {
			// A day, and nothing finer; the server's own zone.
			const since = Date.parse(`${textOf(args[++at]).replaceAll('-', ' ')} UTC`);
			tests.push(({ receivedAt }) => receivedAt >= since);
		} else if (/^[\d:*,]+$/.test(key)) {
			const has = inSet(key, [folder.mails.length]);
			tests.push((_mail, index) => has(index + 1));
		} else return null;
	}
	return folder.mails.filter((mail, index) => tests.every((test) => test(mail, index)));
}
