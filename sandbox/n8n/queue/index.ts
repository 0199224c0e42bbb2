import path from 'node:path';
import { startRealN8n } from '..';
import type { N8nSession } from '../contract';
import { freePort, LOOPBACK } from '../freePort';
import { openSession } from '../session';
import { ROLE_COMMAND, ROLE_ENVIRONMENT, sharedEnvironment, type QueueServices, type Role } from './environment';
import { startLoadBalancer } from './loadBalancer';
import { supervise, type QueueProcess } from './supervised';

export interface QueueN8nOptions {
	/** Each process has a user folder of its own below it, as on a machine of its own. */
	folder: string;
	packageFolder: string;
	services: Omit<QueueServices, 'publicUrl'>;
	/** Added to every process; asked anew at each start. */
	env?: () => Record<string, string>;
	/** Log lines by the name of the process. */
	onLog?: (process: string, line: string) => void;
}

/** n8n in queue mode on loopback: main, one webhook process, two workers, and a load balancer before them. */
export interface QueueN8n {
	/** The load balancer's address. */
	url: string;
	main: QueueProcess;
	webhook: QueueProcess;
	workers: QueueProcess[];
	processes: QueueProcess[];
	signIn(): Promise<N8nSession>;
	stop(): Promise<void>;
}

const MEMBERS: ReadonlyArray<{ name: string; role: Role }> = [
	{ name: 'main', role: 'main' },
	{ name: 'webhook', role: 'webhook' },
	{ name: 'worker 1', role: 'worker' },
	{ name: 'worker 2', role: 'worker' },
];

export async function startQueueN8n({ folder, packageFolder, services, env = () => ({}), onLog }: QueueN8nOptions): Promise<QueueN8n> {
	const ports = new Map<string, number>();
	for (const { name } of MEMBERS) ports.set(name, await freePort());
	const portOf = (name: string) => ports.get(name) ?? 0;
	const balancer = await startLoadBalancer({ main: () => portOf('main'), webhook: () => portOf('webhook') });
	const shared = { ...sharedEnvironment({ ...services, publicUrl: `${balancer.url}/` }), WEBHOOK_URL: `${balancer.url}/` };
	const folderOf = (name: string) => path.join(folder, name.replace(' ', '-'));

	const processes = MEMBERS.map(({ name, role }) =>
		supervise(name, async (onSpawn) => {
			const own = { QUEUE_HEALTH_CHECK_PORT: String(portOf(name)), N8N_WORKER_SERVER_ADDRESS: LOOPBACK };
			return await startRealN8n({
				folder: folderOf(name),
				port: portOf(name),
				packageFolder,
				command: ROLE_COMMAND[role],
				env: { ...shared, ...ROLE_ENVIRONMENT[role], ...own, ...env() },
				onSpawn,
				...(onLog ? { onLog: (line: string) => onLog(name, line) } : {}),
			});
		}),
	);
	const named = (name: string) => processes.find((one) => one.name === name) as QueueProcess;
	const [main, webhook] = [named('main'), named('webhook')];
	const workers = processes.filter((one) => one !== main && one !== webhook);
	const stop = async () => {
		await Promise.all(processes.map(async (one) => await one.stop()));
		await balancer.close();
	};
	try {
		// The first start makes n8n's tables; the others need them.
		await main.start();
		await Promise.all([webhook, ...workers].map(async (one) => await one.start()));
	} catch (error) {
		await stop();
		throw error;
	}
	return {
		url: balancer.url,
		main,
		webhook,
		workers,
		processes,
		signIn: async () => await openSession(balancer.url, folderOf('main')),
		stop,
	};
}
