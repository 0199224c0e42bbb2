import { notify } from '../webhooks/callback';
import { sleep } from '../waiting';
import { progressFields, voiceFields } from './fields';
import type { Account } from '../account';
import type { Call } from './call';

/** A last `action` request may still be unanswered; the status callback does not wait longer than this for it. */
const GRACE_SECONDS = 1;

/** Sends the number's `StatusCallback` about the call that ended. Resolves when all requests of the call are done. */
export async function sendStatusCallback(account: Account, call: Call): Promise<void> {
	const late = call.lateWork();
	const { statusCallback, statusCallbackMethod } = call.line;
	// A TwiML app or a trunk has a status callback of its own; the number's is ignored then.
	if (statusCallback !== '' && call.line.trunkSid === '' && call.line.voiceApplicationSid === '') {
		await Promise.race([late, sleep(GRACE_SECONDS * call.secondMs, call.life)]);
		const fields = { ...voiceFields(account, call, call.leg), ...progressFields(call.leg, 0) };
		const entry = call.note('callback', `Status callback: ${call.leg.status}`, { url: statusCallback, fields });
		const webhook = { url: statusCallback, method: statusCallbackMethod, fields };
		const outcome = await notify(account, 'call_status', webhook, call.secondMs, call.life);
		entry.data = { url: statusCallback, fields, outcome };
	}
	await late;
}
