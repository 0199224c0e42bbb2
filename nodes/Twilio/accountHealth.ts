import * as z from 'zod/v4';

import { found, inOrder, type Finding } from '../../leasing/health/finding';
import { counted } from '../../leasing/health/span';
import { DAY } from '../../leasing/time';
import { replySentence } from './sentence';
import { twilioRequest, type TwilioContext } from './transport';

const balanceSchema = z.object({ balance: z.union([z.string(), z.number()]), currency: z.string().nullish() });
const alertsSchema = z.object({
	alerts: z.array(z.object({ error_code: z.union([z.string(), z.number()]).nullish(), request_url: z.string().nullish() })),
});

/** Some days of an office's calls and texts. An account without money answers no call. */
const LOW_BALANCE = 10;

/** What each of Twilio's errors about an address of ours mostly means. https://www.twilio.com/docs/api/errors */
const ERRORS: Readonly<Record<string, string>> = {
	11200: 'n8n answered with an error, or with a page that is no TwiML. 403: the token or the WEBHOOK_URL is not the one that Twilio uses; 404: the workflow is not published; 503: a credential or the store is missing.',
	11205: 'n8n could not be reached. Look whether it runs, and whether its firewall and its certificate let Twilio in.',
	11210: 'The name of your n8n does not resolve. Look at its DNS entry, and whether WEBHOOK_URL is still right.',
	11215: 'Too many redirections. Let WEBHOOK_URL be the very address at which n8n answers.',
	11220: 'The certificate of your n8n is not accepted. Renew it; it must come with its whole chain.',
	11237: 'The certificate of your n8n is not accepted. Renew it; it must come with its whole chain.',
	12300: 'Something before n8n answers with a page of its own. Let it pass requests on to n8n.',
	15003: 'n8n answered the report of how a call ended with an error.',
};

/** Money left, as far as the credential may see it: an API key of the standard kind may not. */
export async function checkBalance(context: TwilioContext): Promise<Finding[]> {
	const reply = await twilioRequest(context, { method: 'GET', path: '/Balance.json' });
	if (reply.kind !== 'ok') return [];
	const { balance, currency } = balanceSchema.parse(reply.body);
	const left = Number(balance);
	if (!Number.isFinite(left)) return [];
	const amount = `${left.toFixed(2)} ${currency ?? 'USD'}`;
	if (left >= LOW_BALANCE) return [inOrder('balance', `The Twilio account has ${amount}.`, 'Twilio')];
	return [
		found(
			'balance',
			left <= 0 ? 'urgent' : 'warning',
			`The Twilio account has only ${amount} left.`,
			'Open Billing in the Twilio Console, add funds and switch on Auto Recharge. Without money no call is answered and no text goes out.',
			'Twilio',
		),
	];
}

/** Errors that Twilio has met at our own addresses within a day, by kind. @param addresses where our lines lead */
export async function checkAlerts(context: TwilioContext, addresses: readonly string[], now: number): Promise<Finding[]> {
	const since = `${new Date(now - DAY).toISOString().slice(0, 19)}Z`;
	const query = { StartDate: since, PageSize: '1000' };
	const reply = await twilioRequest(context, { method: 'GET', path: '/v1/Alerts', host: 'monitor', query });
	if (reply.kind !== 'ok') throw new Error(`Twilio's error log could not be read. ${replySentence(reply).message}`);
	const ours = new Set(addresses.map(withoutQuery));
	const counts = new Map<string, number>();
	for (const { error_code: code, request_url: url } of alertsSchema.parse(reply.body).alerts) {
		if (url && ours.has(withoutQuery(url))) counts.set(String(code ?? ''), (counts.get(String(code ?? '')) ?? 0) + 1);
	}
	if (counts.size === 0) return [inOrder('twilio_errors', 'Twilio has met no error at n8n within the last day.', 'Twilio')];
	return [...counts].map(([code, count]) =>
		found(
			'twilio_errors',
			count >= 5 ? 'urgent' : 'warning',
			`Twilio has met error ${code} at n8n ${count === 1 ? 'once' : counted(count, 'time')} within the last day.`,
			ERRORS[code] ?? `Twilio explains it at https://www.twilio.com/docs/api/errors/${encodeURIComponent(code)}.`,
			code,
		),
	);
}

function withoutQuery(address: string): string {
	return address.split(/[?#]/)[0] ?? '';
}
