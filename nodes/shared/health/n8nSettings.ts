import { judgeN8nSettings, judgeWebhookAddress } from '../../../leasing/health/n8nSettings';
import type { Store } from '../../../store/port';
import type { Finding } from '../../../leasing/health/finding';

/** The settings of the n8n process that runs the check. */
export async function checkN8nSettings(): Promise<Finding[]> {
	return await Promise.resolve(judgeN8nSettings(process.env));
}

/** Whether lines lead to the address that n8n has now: it may have moved since they were connected. */
export async function checkWebhookAddress(store: Store): Promise<Finding[]> {
	const addresses = (await store.health.connected()).flatMap(({ ours }) => ours.address ?? []);
	return judgeWebhookAddress(process.env, addresses);
}
