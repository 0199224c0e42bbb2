import axios from 'axios';
import type { TwilioSandbox } from '../../../sandbox/twilio/contract';

const PATIENCE_MS = 1_000;
/** How our trigger refuses what carries no signature. n8n itself answers 404 until it has brought the workflow back. */
const REFUSED = 403;

/** Whether our trigger answers the address that a line points to. */
export async function isListening(sandbox: TwilioSandbox, line: string): Promise<boolean> {
	const address = sandbox.number(line).voice_url;
	if (typeof address !== 'string' || address === '') return false;
	const answer = await axios
		.post(address.replace(/#.*$/s, ''), 'From=nobody', { timeout: PATIENCE_MS, proxy: false, validateStatus: () => true })
		.catch(() => null);
	return answer?.status === REFUSED;
}
