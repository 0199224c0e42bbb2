/** Ctrl-C, once for "end in order" and again for "end now". */
export interface Interrupt {
	/** Resolves at the first signal. */
	happened: Promise<'interrupted'>;
}

/** A terminal and npm may both pass on one Ctrl-C; so close together they count as one. */
const SAME_MS = 1_000;

export function onInterrupt(): Interrupt {
	let first: number | null = null;
	const happened = new Promise<'interrupted'>((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
			process.on(signal, () => {
				if (first === null) {
					first = Date.now();
					resolve('interrupted');
				} else if (Date.now() - first > SAME_MS) {
					// The exit hook of sandbox/n8n/process.ts kills n8n.
					process.exit(130);
				}
			});
		}
	});
	return { happened };
}
