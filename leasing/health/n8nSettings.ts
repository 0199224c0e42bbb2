import { found, inOrder, type Finding } from './finding';

/** Settings of an n8n process by their names, as far as a node can see them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A missed call's workflow waits a few seconds for the phone system; anything shorter ends it in the middle. */
const SHORTEST_TIMEOUT_SECONDS = 120;

/** One setting of n8n that can break what these nodes promise; null when it is fine, or not set. */
type Rule = (env: Environment) => Finding | null;

const RULES: readonly Rule[] = [
	(env) => {
		const limit = Number(env.N8N_CONCURRENCY_PRODUCTION_LIMIT ?? -1);
		if (!(limit > 0 && limit < 5)) return null;
		return about(
			'N8N_CONCURRENCY_PRODUCTION_LIMIT',
			'warning',
			`n8n runs at most ${limit} workflow${limit === 1 ? '' : 's'} at once, so a missed call waits for whatever else runs.`,
			'Set N8N_CONCURRENCY_PRODUCTION_LIMIT to 10 or more, or take it out, and start n8n again.',
		);
	},
	(env) => {
		const seconds = Number(env.EXECUTIONS_TIMEOUT ?? -1);
		if (!(seconds > 0 && seconds < SHORTEST_TIMEOUT_SECONDS)) return null;
		return about(
			'EXECUTIONS_TIMEOUT',
			'warning',
			`n8n ends every workflow after ${seconds} seconds, also one that waits for the phone system to answer.`,
			`Set EXECUTIONS_TIMEOUT to ${SHORTEST_TIMEOUT_SECONDS} or more, or take it out, and start n8n again.`,
		);
	},
	(env) => {
		if (env.EXECUTIONS_DATA_SAVE_ON_ERROR !== 'none') return null;
		return about(
			'EXECUTIONS_DATA_SAVE_ON_ERROR',
			'hint',
			'n8n keeps nothing of workflows that failed, so nobody can see afterwards why a call was not worked.',
			'Set EXECUTIONS_DATA_SAVE_ON_ERROR to all and start n8n again.',
		);
	},
	(env) => {
		if (env.EXECUTIONS_DATA_PRUNE !== 'false') return null;
		return about(
			'EXECUTIONS_DATA_PRUNE',
			'hint',
			'n8n keeps every execution for ever, with names and phone numbers, and its database grows without end.',
			'Take EXECUTIONS_DATA_PRUNE out, and choose with EXECUTIONS_DATA_MAX_AGE how many hours are kept.',
		);
	},
	(env) => {
		const address = env.N8N_WEBHOOK_URL ?? env.WEBHOOK_URL ?? '';
		if (address === '') {
			return about(
				'WEBHOOK_URL',
				'warning',
				'WEBHOOK_URL is not set, so n8n gives phone systems the address that it believes to have.',
				'Set WEBHOOK_URL to the public https address of n8n, start n8n again and publish the workflows again.',
			);
		}
		if (/^https:\/\//i.test(address)) return null;
		return about(
			'WEBHOOK_URL',
			'warning',
			'WEBHOOK_URL does not begin with https, so what renters say travels unencrypted.',
			'Put n8n behind https, set WEBHOOK_URL to that address, and publish the workflows again.',
		);
	},
	(env) => {
		const size = Number(env.DB_POSTGRESDB_POOL_SIZE ?? 2);
		if (env.DB_TYPE !== 'postgresdb' || !(size < 5)) return null;
		return about(
			'DB_POSTGRESDB_POOL_SIZE',
			'hint',
			`n8n keeps ${size} connection${size === 1 ? '' : 's'} to its own Postgres, so a burst of calls waits for them.`,
			'Set DB_POSTGRESDB_POOL_SIZE to 10 and start n8n again.',
		);
	},
];

/** Settings of n8n that matter to calls and texts. In queue mode those of the process that runs the check; the others may differ. */
export function judgeN8nSettings(env: Environment): Finding[] {
	const findings = RULES.flatMap((rule) => rule(env) ?? []);
	return findings.length > 0 ? findings : [inOrder('n8n_setting', 'The settings of n8n that this can see are fine.')];
}

/** Whether lines lead to the host that WEBHOOK_URL names. @param addresses where published triggers have pointed lines */
export function judgeWebhookAddress(env: Environment, addresses: readonly string[]): Finding[] {
	const now = hostOf(env.N8N_WEBHOOK_URL ?? env.WEBHOOK_URL ?? '');
	if (now === null) return [];
	const others = [...new Set(addresses.flatMap((address) => hostOf(address) ?? []))].filter((host) => host !== now);
	return others.map((host) =>
		found(
			'webhook_address',
			'urgent',
			`Lines lead to ${host}, but the address of this n8n is ${now}.`,
			'If n8n has moved, publish the workflows whose triggers serve these lines again. If not, correct WEBHOOK_URL.',
			host,
		),
	);
}

function hostOf(address: string): string | null {
	return URL.canParse(address) ? new URL(address).host : null;
}

function about(setting: string, severity: 'warning' | 'hint', sentence: string, whatToDo: string): Finding {
	return found('n8n_setting', severity, sentence, whatToDo, setting);
}
