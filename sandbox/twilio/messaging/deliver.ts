import { Closed, sleep } from '../waiting';
import { notify } from '../webhooks/callback';
import { errorMessage } from '../rest/errors';
import { MAGIC_SENDER } from './magicNumbers';
import { setStatus } from './message';
import type { Message } from '../records';
import type { Account } from '../account';

/** Codes that stop a text before it leaves; the rest come back from the carrier. */
const FAILED_CODES = [30001, 30002, 30022, 30023, 30036];
const LANDLINE = 30006;

/**
 * Carries a text through its statuses in the background, with a callback for each: queued, sent, then delivered,
 * undelivered or failed.
 * @param errorCode set by a fault; null delivers unless the number cannot receive texts
 */
export function deliverInBackground(account: Account, message: Message, errorCode: number | null): void {
	if (message.from === MAGIC_SENDER) return;
	deliver(account, message, errorCode, account.life).catch((error: unknown) => {
		if (!(error instanceof Closed)) throw error;
	});
}

async function deliver(account: Account, message: Message, errorCode: number | null, life: AbortSignal): Promise<void> {
	const wait = (): Promise<void> => sleep(account.deliverySeconds * account.secondMs, life);
	// Callbacks do not wait for one another's replies: a slow app sees them overlap, as with the real thing.
	const tell = (): Promise<void> => tellStatus(account, message, life);
	const told = [tell()];
	const code = errorCode ?? (account.lineTypes.get(message.to) === 'landline' ? LANDLINE : null);
	await wait();
	if (code !== null && FAILED_CODES.includes(code)) {
		setStatus(account, message, 'failed', { code, message: errorMessage(code) });
	} else {
		setStatus(account, message, 'sent');
		told.push(tell());
		await wait();
		if (code === null) setStatus(account, message, 'delivered');
		else setStatus(account, message, 'undelivered', { code, message: errorMessage(code) });
	}
	told.push(tell());
	await Promise.all(told);
}

async function tellStatus(account: Account, message: Message, life: AbortSignal): Promise<void> {
	if (message.statusCallback === null) return;
	const fields: Record<string, string> = {
		AccountSid: account.sid,
		ApiVersion: '2010-04-01',
		From: message.from,
		MessageSid: message.sid,
		MessageStatus: message.status,
		SmsSid: message.sid,
		SmsStatus: message.status,
		To: message.to,
	};
	if (message.status === 'delivered' || message.status === 'undelivered') fields['RawDlrDoneDate'] = compactDate(message.updatedAt);
	if (message.errorCode !== null) {
		fields['ErrorCode'] = String(message.errorCode);
		fields['ErrorMessage'] = message.errorMessage ?? '';
	}
	await notify(account, 'message_status', { url: message.statusCallback, method: 'POST', fields }, account.secondMs, life);
}

/** `YYMMDDhhmm` in UTC, as carriers write it. */
function compactDate(ms: number): string {
	return new Date(ms).toISOString().replace(/[-:T]/g, '').slice(2, 12);
}
