import * as z from 'zod/v4';

import type { Millis } from '../../leasing/time';
import { DAY } from '../../leasing/time';
import { callLogged } from '../../leasing/twilio/signals';
import type { CallLogReader, LoggedCall, LogWindow } from '../../office/calls/callLog/port';
import { twilioAccount } from './credential';
import { replySentence } from './sentence';
import { twilioRequest, type TwilioContext } from './transport';

const callSchema = z.object({
	sid: z.string(),
	status: z.string(),
	direction: z.string().nullish(),
	from: z.string().nullish(),
	to: z.string().nullish(),
	parent_call_sid: z.string().nullish(),
	caller_name: z.string().nullish(),
	forwarded_from: z.string().nullish(),
	duration: z.string().nullish(),
	start_time: z.string().nullish(),
	end_time: z.string().nullish(),
	date_created: z.string().nullish(),
	date_updated: z.string().nullish(),
});
type TwilioCall = z.infer<typeof callSchema>;
/** One call that cannot be read must not hide the others of its page. */
const pageSchema = z.object({ calls: z.array(z.unknown()), next_page_uri: z.string().nullish() });

/** Up to so many lines are asked for one by one; with more, a list of all calls of the account costs fewer requests. */
const ONE_BY_ONE = 10;
const PAGE_SIZE = '500';
/** Of one list: 100,000 calls of a day are more than any leasing office has, and a list that never ends must. */
const MOST_PAGES = 200;

/**
 * Twilio's list of calls, newest first. https://www.twilio.com/docs/voice/api/call-resource#read-multiple-call-resources
 * `StartTime<` is left a day wide: Twilio documents both bounds as whole days and its libraries send moments, so nothing here depends on
 * which of the two is meant; whoever reads the list looks at each call's own time.
 */
export function twilioCallLog(context: TwilioContext): CallLogReader {
	return {
		provider: 'twilio',
		async *read({ lines, from, until }: LogWindow) {
			const bounds = { 'StartTime>': moment(from), 'StartTime<': moment(until + DAY), PageSize: PAGE_SIZE };
			const queries = lines.length <= ONE_BY_ONE ? lines.map((line) => ({ ...bounds, To: line })) : [bounds];
			for (const query of queries) yield* readList(context, query, { from, until });
		},
	};
}

async function* readList(
	context: TwilioContext,
	query: Record<string, string>,
	{ from, until }: Pick<LogWindow, 'from' | 'until'>,
): AsyncGenerator<readonly LoggedCall[]> {
	const { accountSid } = await twilioAccount(context);
	let next: { path: string; query?: Record<string, string> } = { path: '/Calls.json', query };
	for (let pages = 0; pages < MOST_PAGES; pages++) {
		const reply = await twilioRequest(context, { method: 'GET', ...next });
		if (reply.kind !== 'ok') throw new Error(`Twilio's call log could not be read. ${replySentence(reply).message}`);
		const { calls: shown, next_page_uri: nextPage } = pageSchema.parse(reply.body);
		const calls = shown.flatMap((call) => callSchema.safeParse(call).data ?? []);
		yield calls.flatMap((call) => logged(call, { from, until }) ?? []);
		if (!nextPage) return;
		next = { path: pathBelowAccount(nextPage, accountSid) };
	}
	throw new Error(`Twilio's call log has more than ${MOST_PAGES} pages of ${PAGE_SIZE} calls, so it was not read to its end.`);
}

/** Whole calls from outside only: staff legs and calls that somebody made are none of ours. Null, too, for one without a time. */
function logged(call: TwilioCall, { from, until }: Pick<LogWindow, 'from' | 'until'>): LoggedCall | null {
	const startedAt = time(call.start_time) ?? time(call.date_created);
	if (call.direction !== 'inbound' || call.parent_call_sid || startedAt === null) return null;
	if (startedAt < from || startedAt >= until) return null;
	return {
		callKey: call.sid,
		caller: call.from ?? '',
		callerName: call.caller_name || null,
		line: call.to ?? '',
		forwardedFrom: call.forwarded_from || null,
		startedAt,
		signal: callLogged(call, endOf(call, startedAt)),
		raw: call,
	};
}

/** A call that is over may lack its end for a moment. */
function endOf(call: TwilioCall, startedAt: Millis): Millis | null {
	const seconds = Number(call.duration ?? Number.NaN);
	return time(call.end_time) ?? (Number.isFinite(seconds) ? startedAt + seconds * 1_000 : time(call.date_updated));
}

function time(rfc2822: string | null | undefined): Millis | null {
	const at = Date.parse(rfc2822 ?? '');
	return Number.isFinite(at) ? at : null;
}

/** As Twilio's own libraries write it: no fractions of a second. */
function moment(at: Millis): string {
	return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

/** Only ever another page of the same list: the address comes from an answer. */
function pathBelowAccount(uri: string, accountSid: string): string {
	const list = `/2010-04-01/Accounts/${accountSid}`;
	if (!uri.startsWith(`${list}/Calls.json?`)) throw new Error("Twilio's call log names a next page that is none of this account's.");
	return uri.slice(list.length);
}
