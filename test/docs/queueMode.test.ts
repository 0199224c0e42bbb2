/** The page about queue mode, its compose file and the rig of the end-to-end test say the same. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod/v4';
import { ROLE_COMMAND, ROLE_ENVIRONMENT, ROLES, sharedEnvironment, WEBHOOK_PATHS, type Role } from '../../sandbox/n8n/queue/environment';
import { REDIS_OPTIONS } from '../../sandbox/services/redis';

const DOCS = path.resolve(__dirname, '../../docs');
const read = (file: string) => readFileSync(path.join(DOCS, file), 'utf8');

const Service = z.looseObject({
	command: z.array(z.string()).optional(),
	environment: z.record(z.string(), z.string()).optional(),
	healthcheck: z.object({ test: z.array(z.string()) }).loose(),
	restart: z.literal('unless-stopped'),
	build: z.object({ dockerfile_inline: z.string() }).optional(),
	volumes: z.array(z.string()).optional(),
	depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
});
const Compose = z.object({
	services: z.record(z.string(), Service.partial({ healthcheck: true })),
	volumes: z.record(z.string(), z.unknown()),
});

const compose = Compose.parse(parse(read('queue-mode/compose.yaml'), { merge: true }));
const page = read('queue-mode.md');
const caddyfile = read('queue-mode/Caddyfile');
const example = read('queue-mode/env.example');

const shared = sharedEnvironment({
	postgres: { host: 'postgres', port: 5432, user: 'n8n', password: 'PASSWORD', database: 'n8n' },
	redis: { host: 'redis', port: 6379 },
	encryptionKey: 'KEY',
	publicUrl: 'https://HOST/',
});
/** As Docker would fill in the variables. */
const filledIn = (environment: Record<string, string>) =>
	Object.fromEntries(
		Object.entries(environment).map(([name, value]) => [
			name,
			value.replace(
				/\$\{(\w+):\?[^}]*\}/g,
				(_all, variable: string) =>
					({ N8N_ENCRYPTION_KEY: 'KEY', POSTGRES_PASSWORD: 'PASSWORD', N8N_HOST_NAME: 'HOST' })[variable] ?? '',
			),
		]),
	);

const PROCESSES: ReadonlyArray<[string, Role]> = [
	['n8n-main', 'main'],
	['n8n-webhook', 'webhook'],
	['n8n-worker-1', 'worker'],
	['n8n-worker-2', 'worker'],
];

describe('the compose file', () => {
	test.each(PROCESSES)('%s is told what the tested one is told', (name, role) => {
		const service = compose.services[name];
		expect(service?.command).toEqual(ROLE_COMMAND[role]);
		expect(filledIn(service?.environment ?? {})).toEqual({ ...shared, ...ROLE_ENVIRONMENT[role] });
		expect(service?.healthcheck?.test.join(' ')).toContain('/healthz/readiness');
		expect(service?.build?.dockerfile_inline).toContain('npm install --legacy-peer-deps --ignore-scripts n8n-nodes-leasing@');
	});

	test('Redis keeps what it took', () => {
		expect(compose.services.redis?.command).toEqual(['redis-server', ...REDIS_OPTIONS]);
		expect(compose.services.redis?.volumes).toEqual(['redis:/data']);
	});

	test('all that must survive lies on a volume, and is started in the right order', () => {
		expect(Object.keys(compose.volumes).sort()).toEqual(['caddy', 'postgres', 'redis']);
		expect(Object.keys(compose.services['n8n-main']?.depends_on ?? {}).sort()).toEqual(['postgres', 'redis']);
		for (const name of ['n8n-webhook', 'n8n-worker-1', 'n8n-worker-2'])
			expect(compose.services[name]?.depends_on).toEqual({ 'n8n-main': { condition: 'service_healthy' } });
	});

	test('asks for nothing that the example of .env does not have', () => {
		const asked = [...read('queue-mode/compose.yaml').matchAll(/\$\{(\w+)/g)].map(([, name]) => name);
		const given = [...example.matchAll(/^(\w+)=/gm)].map(([, name]) => name);
		expect([...new Set(asked)].sort()).toEqual([...given].sort());
	});
});

describe('the page', () => {
	const inTables = [...page.matchAll(/^\| .*$/gm)].flatMap(([row]) =>
		[...row.matchAll(/`([A-Z][A-Z0-9_]{5,})`/g)].flatMap(([, name]) => name ?? []),
	);

	test('explains each variable, and no other', () => {
		const told = [...Object.keys(shared), ...ROLES.flatMap((role) => Object.keys(ROLE_ENVIRONMENT[role]))];
		expect([...new Set(inTables)].sort()).toEqual(told.sort());
	});

	test.each(
		Object.entries({ ...shared, ...ROLE_ENVIRONMENT.main, ...ROLE_ENVIRONMENT.worker }).filter(
			([name, value]) => /^(\d+|true|queue|postgresdb)$/.test(value) && !name.endsWith('_PORT'),
		),
	)('says the tested value of %s', (name, value) =>
		expect(page.split('\n').find((line) => line.startsWith('|') && line.includes(`\`${name}\``))).toContain(`\`${value}\``),
	);

	test('names the paths of the webhook process, as the Caddyfile does', () => {
		expect(page).toContain(WEBHOOK_PATHS.join('  '));
		expect(caddyfile).toContain(`@webhooks path ${WEBHOOK_PATHS.map((one) => `${one}*`).join(' ')}`);
	});

	test('names the options of Redis', () => expect(page).toContain(REDIS_OPTIONS.join(' ')));
});
