/**
 * What the processes of a queue-mode n8n are told. docs/queue-mode.md explains each variable and docs/queue-mode/compose.yaml
 * sets the same ones; a test compares the three.
 */
export interface QueueServices {
	postgres: { host: string; port: number; user: string; password: string; database: string };
	redis: { host: string; port: number };
	encryptionKey: string;
	/** The address that browsers and the phone system use; ends with a slash. */
	publicUrl: string;
}

/** Every process gets these. */
export function sharedEnvironment({ postgres, redis, encryptionKey, publicUrl }: QueueServices): Record<string, string> {
	return {
		EXECUTIONS_MODE: 'queue',
		N8N_ENCRYPTION_KEY: encryptionKey,
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: postgres.host,
		DB_POSTGRESDB_PORT: String(postgres.port),
		DB_POSTGRESDB_DATABASE: postgres.database,
		DB_POSTGRESDB_USER: postgres.user,
		DB_POSTGRESDB_PASSWORD: postgres.password,
		QUEUE_BULL_REDIS_HOST: redis.host,
		QUEUE_BULL_REDIS_PORT: String(redis.port),
		N8N_WEBHOOK_URL: publicUrl,
		N8N_EDITOR_BASE_URL: publicUrl,
		N8N_PROXY_HOPS: '1',
		...REACTION,
		...PACKAGE,
	};
}

/** How soon n8n notices what went wrong: a worker that died, a job whose end it did not hear of. */
const REACTION = {
	QUEUE_WORKER_LOCK_DURATION: '30000',
	QUEUE_WORKER_STALLED_INTERVAL: '10000',
	N8N_EXECUTIONS_QUEUE_KEEP_LAST_COMPLETED: '1000',
	N8N_EXECUTIONS_QUEUE_KEEP_LAST_FAILED: '1000',
	N8N_WORKFLOW_PUBLICATION_OUTBOX_LEASE_SECONDS: '20',
} as const;

/** n8n loads our package. */
const PACKAGE = { N8N_UNVERIFIED_PACKAGES_ENABLED: 'true' } as const;

export const ROLES = ['main', 'webhook', 'worker'] as const;
export type Role = (typeof ROLES)[number];

/** What only one kind of process gets, beside its command. */
export const ROLE_ENVIRONMENT: Readonly<Record<Role, Record<string, string>>> = {
	main: {
		N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true',
		OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
	},
	webhook: {},
	worker: { QUEUE_HEALTH_CHECK_ACTIVE: 'true' },
};

export const ROLE_COMMAND: Readonly<Record<Role, readonly string[]>> = {
	main: ['start'],
	webhook: ['webhook'],
	worker: ['worker', '--concurrency=10'],
};

/** Production addresses, which the webhook process serves; everything else is the main process's, `/webhook-test/` too. */
export const WEBHOOK_PATHS = ['/webhook/', '/webhook-waiting/', '/form/', '/form-waiting/', '/mcp/'] as const;
