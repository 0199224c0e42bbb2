/** The n8n that are lent to test files, one file at a time each. Whoever comes back broken or untidy is replaced, and that is said. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { startRealN8n, type RealN8n } from '../../../sandbox/n8n';
import { leftOn } from '../../../sandbox/n8n/leaveAsFound';

/** Longer than an n8n needs that has something else to do. */
const LOOK_MS = 20_000;

export interface Lent {
	n8n: RealN8n;
	/** Null while it runs; then what ended it. */
	ended: string | null;
	/** kill -9, and `onEnded`; then a new one on the same data and port. */
	restart(onEnded: (how: string) => void): Promise<void>;
}

export class Shelf {
	private readonly idle: Lent[] = [];
	private readonly all = new Set<Lent>();
	/** How many were started, restarts of a file's own not counted. */
	started = 0;

	/** @param root for everything that they keep @param say one line for whoever watches the run */
	constructor(
		private readonly root: string,
		private readonly packageFolder: string,
		private readonly say: (line: string) => void,
	) {}

	/** One that runs and is empty. */
	async take(): Promise<Lent> {
		for (let one = this.idle.pop(); one !== undefined; one = this.idle.pop()) {
			if (one.ended === null) return one;
			this.say(`An n8n that waited for the next file has ended by itself (${one.ended}); another one is started.`);
			this.all.delete(one);
		}
		return await this.start();
	}

	/** @param trouble what the file says of it; null when it left everything as it was */
	async giveBack(one: Lent, file: string, trouble: string | null): Promise<void> {
		const why = await this.unfit(one, trouble);
		if (why === null) {
			this.idle.push(one);
			return;
		}
		this.say(`${file} did not leave its n8n as it found it: ${why}. It is ended; the next file gets a new one.`);
		this.all.delete(one);
		await one.n8n.kill();
	}

	private async unfit(one: Lent, trouble: string | null): Promise<string | null> {
		if (one.ended !== null) return `n8n has ended (${one.ended})`;
		const left = await within(LOOK_MS, lookAt(one)).catch((error: unknown) => [`no answer from n8n (${messageOf(error)})`]);
		const found = [...(trouble === null ? [] : [trouble]), ...left];
		return found.length === 0 ? null : found.join('; ');
	}

	private async start(): Promise<Lent> {
		this.started += 1;
		const folder = path.join(this.root, `n8n-${this.started}`);
		mkdirSync(folder);
		const options = { folder, packageFolder: this.packageFolder };
		const one: Lent = {
			n8n: await startRealN8n(options),
			ended: null,
			restart: async (onEnded) => {
				const port = Number(new URL(one.n8n.url).port);
				await one.n8n.kill();
				onEnded(await one.n8n.exited);
				one.n8n = await startRealN8n({ ...options, port });
				watch();
			},
		};
		const watch = () => {
			const { n8n } = one;
			one.ended = null;
			void n8n.exited.then((how) => {
				if (one.n8n === n8n) one.ended = how;
			});
		};
		watch();
		this.all.add(one);
		return one;
	}

	async close(): Promise<void> {
		await Promise.all([...this.all].map(async ({ n8n }) => await n8n.stop()));
	}
}

async function lookAt({ n8n }: Lent): Promise<string[]> {
	return await leftOn({ url: n8n.url, session: await n8n.signIn() });
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_resolve, reject) => {
		timer = setTimeout(() => reject(new Error(`not within ${ms / 1000} s`)), ms);
	});
	try {
		return await Promise.race([work, late]);
	} finally {
		clearTimeout(timer);
	}
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
