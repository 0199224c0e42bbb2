export interface StartOptions {
	/** End after the first call instead of staying up. */
	exit: boolean;
	/** One JSON line with the result on stdout; all else goes to stderr. */
	json: boolean;
	/** n8n's port; null: 5678, or the next one that is free. */
	port: number | null;
	/** Forget everything of earlier starts. */
	fresh: boolean;
}

const USAGE = `usage: npm start -- [--exit] [--json] [--port N] [--fresh]
  --exit     end after the first call, with status 0 if all went as it should
  --json     print the result as one JSON line; progress goes to stderr
  --port N   port of n8n (default: 5678, or the next one that is free)
  --fresh    forget what earlier starts kept in .sandbox`;

/** Reads the command line. @returns the options, or a sentence to print */
export function readOptions(args: string[]): StartOptions | { problem: string } {
	const options: StartOptions = { exit: false, json: false, port: null, fresh: false };
	const rest = [...args];
	for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
		const [name, inline] = arg.split('=', 2);
		if (name === '--exit' || name === '--json' || name === '--fresh') {
			options[name === '--exit' ? 'exit' : name === '--json' ? 'json' : 'fresh'] = true;
		} else if (name === '--port') {
			const text = inline ?? rest.shift() ?? '';
			const port = Number(text);
			if (!Number.isInteger(port) || port < 1 || port > 65_535) {
				return { problem: `--port needs a number from 1 to 65535, not "${text}".` };
			}
			options.port = port;
		} else {
			return { problem: `Unknown option "${arg}".\n${USAGE}` };
		}
	}
	return options;
}
