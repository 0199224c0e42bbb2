/** Something a person must mend: the message is a sentence (or a few) that says what to do. Shown without a stack trace. */
export class Problem extends Error {
	constructor(sentence, { cause } = {}) {
		super(sentence, { cause });
		this.name = 'Problem';
	}
}

const CAUSES = [
	{
		seen: /ENOSPC|no space left/i,
		say: ({ what }) =>
			`The disk became full while installing ${what}. Free some space, or set LEASING_CACHE to a folder on a larger disk, and run the command again.`,
	},
	{
		seen: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|network request to .* failed|Temporary failure resolving|Could not resolve/i,
		say: ({ what }) =>
			`The network did not answer while installing ${what}. Check the connection (and npm's proxy or registry setting, if you have one) and run the command again: it goes on where it stopped.`,
	},
	{
		seen: /CERT_|SELF_SIGNED|unable to (get|verify).*certificate/i,
		say: ({ what }) =>
			`The registry's certificate was not accepted while installing ${what}. Behind a company proxy, set npm's "cafile" to the company's certificate and run the command again.`,
	},
	{
		seen: /E401|E403|ENEEDAUTH/,
		say: ({ what }) =>
			`The npm registry refused access while installing ${what}. Check the registry and the login in your npm settings.`,
	},
	{
		seen: /E404|ETARGET|notarget|No matching version/i,
		say: ({ what }) => `The npm registry in use does not have a package that ${what} needs. Check npm's registry setting.`,
	},
	{
		seen: /EACCES|EPERM|EROFS/,
		say: ({ what }) =>
			`A file could not be written while installing ${what}. Check who owns the folder (a run with sudo leaves such files behind), or set LEASING_CACHE to a folder of your own.`,
	},
];

/** The Problem behind the output of an installer that failed. `log` is the file that holds the whole output. */
export function installProblem({ what, output, log }) {
	const known = CAUSES.find(({ seen }) => seen.test(output));
	const sentence = known ? known.say({ what }) : `Installing ${what} failed. The last lines were:\n\n${lastLines(output, 12)}\n`;
	return new Problem(`${sentence}\nThe whole output is in ${log}`);
}

export function lastLines(text, count) {
	return text
		.trimEnd()
		.split('\n')
		.slice(-count)
		.map((line) => `    ${line}`)
		.join('\n');
}
