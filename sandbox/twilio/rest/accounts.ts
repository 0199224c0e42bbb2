import { twilioDate } from './dates';
import { json, type RestReply, type RestRequest } from './exchange';
import type { Account } from '../account';

/** `GET /Accounts/{AC}.json`, which credential tests use. */
export function fetchAccount(_request: RestRequest, account: Account): RestReply {
	const uri = `/2010-04-01/Accounts/${account.sid}.json`;
	return json({
		sid: account.sid,
		owner_account_sid: account.sid,
		friendly_name: 'Twilio stand-in',
		status: 'active',
		type: 'Full',
		date_created: twilioDate(Date.UTC(2026, 0, 1)),
		date_updated: twilioDate(Date.UTC(2026, 0, 1)),
		uri,
		subresource_uris: {
			calls: uri.replace('.json', '/Calls.json'),
			incoming_phone_numbers: uri.replace('.json', '/IncomingPhoneNumbers.json'),
			messages: uri.replace('.json', '/Messages.json'),
			recordings: uri.replace('.json', '/Recordings.json'),
		},
	});
}

/** `GET /Balance.json`. */
export function fetchBalance(_request: RestRequest, account: Account): RestReply {
	return json({ account_sid: account.sid, balance: account.balance, currency: 'USD' });
}
