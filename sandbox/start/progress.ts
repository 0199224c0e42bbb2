/** What `npm start` prints. In JSON mode stdout belongs to the result, so people read stderr. */
export interface Progress {
	/** A line of its own. */
	say(line: string): void;
	/** Says what is being done, does it, and says how long it took. */
	step<T>(what: string, work: () => Promise<T>): Promise<T>;
}

export function printTo(stream: NodeJS.WritableStream): Progress {
	/** True while a step's line waits for its time. */
	let open = false;
	const write = (text: string, leavesOpen: boolean) => {
		stream.write(text);
		open = leavesOpen;
	};
	return {
		say: (line) => write(`${open ? '\n' : ''}${line}\n`, false),
		step: async (what, work) => {
			const began = Date.now();
			write(`  ${what} ...`, true);
			const end = (word: string) => write(open ? ` ${word}\n` : `  ${what}: ${word}\n`, false);
			try {
				const result = await work();
				end(`${((Date.now() - began) / 1000).toFixed(1)} s`);
				return result;
			} catch (error) {
				end('failed');
				throw error;
			}
		},
	};
}
