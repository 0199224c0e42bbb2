import { nationalFormat } from '../phones';
import { dateFilter, dateParameters, twilioDate } from './dates';
import { checkParameters, json, notFound, refuse, type RestReply, type RestRequest } from './exchange';
import { page, PAGING_PARAMETERS } from './paging';
import type { Account } from '../account';
import type { Call } from '../calls/call';
import type { Leg } from '../calls/leg';

interface LegOfCall {
	sid: string;
	leg: Leg;
	call: Call;
}

/** `GET /Calls.json`: callers' legs and staff legs alike, newest first. */
export function listCalls(request: RestRequest, account: Account): RestReply {
	checkParameters(account, request, [
		'To',
		'From',
		'ParentCallSid',
		'Status',
		...dateParameters('StartTime'),
		...dateParameters('EndTime'),
		...PAGING_PARAMETERS,
	]);
	if (account.faults.limitedReads > 0) {
		account.faults.limitedReads -= 1;
		return refuse(20429);
	}
	const { query } = request;
	const startFits = dateFilter(query, 'StartTime');
	const endFits = dateFilter(query, 'EndTime');
	const is = (name: string, value: string | null): boolean => query.get(name) === null || query.get(name) === value;
	const legs = allLegs(account).filter((found) => {
		const { leg } = found;
		if (leg.startedAt + lagOf(account, leg) > Date.now()) return false;
		return (
			is('To', leg.to) &&
			is('From', leg.from) &&
			is('ParentCallSid', leg.parentSid) &&
			is('Status', asListed(account, leg).status) &&
			startFits(leg.startedAt) &&
			endFits(asListed(account, leg).endedAt)
		);
	});
	return json(page(request, 'calls', legs, (found) => ({ ...callBody(account, found), ...listedEnd(account, found.leg) })));
}

function lagOf(account: Account, leg: Leg): number {
	return account.callLogLagMs * (leg.parentSid === null ? 1 : 2);
}

/** What the list knows of a leg by now. */
function asListed(account: Account, leg: Leg): { status: string; endedAt: number | null } {
	if (leg.endedAt === null || leg.endedAt + lagOf(account, leg) <= Date.now()) return { status: leg.status, endedAt: leg.endedAt };
	return { status: leg.answeredAt === null ? 'ringing' : 'in-progress', endedAt: null };
}

/** The fields that lag; nothing once the list has caught up. */
function listedEnd(account: Account, leg: Leg): object {
	const { status, endedAt } = asListed(account, leg);
	return endedAt === null ? { status, duration: null, end_time: null, date_updated: twilioDate(leg.startedAt) } : {};
}

export function fetchCall(request: RestRequest, account: Account): RestReply {
	const found = allLegs(account).find(({ sid }) => sid === request.ids[0]);
	return found === undefined ? notFound(request) : json(callBody(account, found));
}

/** `POST /Calls/{CA}.json`: only ending a call is supported. `canceled` ends one that still rings, `completed` any. */
export function updateCall(request: RestRequest, account: Account): RestReply {
	checkParameters(account, request, ['Status']);
	const found = allLegs(account).find(({ sid }) => sid === request.ids[0]);
	if (found === undefined) return notFound(request);
	const status = request.form.get('Status');
	if (status !== 'completed' && status !== 'canceled') return refuse(20001, `Status ${status ?? ''} cannot be set`);
	const { leg, call } = found;
	if (leg.endedAt !== null || (status === 'canceled' && leg.answeredAt !== null)) return refuse(21220);
	if (leg === call.leg) {
		if (leg.answeredAt === null) call.forcedStatus = 'canceled';
		call.hangUp('The call was ended through REST.');
	} else {
		leg.hangUp('The leg was ended through REST.');
	}
	return json(callBody(account, found));
}

function allLegs(account: Account): LegOfCall[] {
	return account.calls
		.flatMap((call) => [call.leg, ...call.children].map((leg) => ({ sid: leg.sid, leg, call })))
		.sort((a, b) => b.leg.startedAt - a.leg.startedAt);
}

function callBody(account: Account, { leg, call }: LegOfCall): object {
	const uri = `/2010-04-01/Accounts/${account.sid}/Calls/${leg.sid}`;
	return {
		sid: leg.sid,
		account_sid: account.sid,
		annotation: null,
		answered_by: null,
		api_version: '2010-04-01',
		caller_name: leg === call.leg ? (call.place.callerName ?? '') : '',
		date_created: twilioDate(leg.startedAt),
		date_updated: twilioDate(leg.endedAt ?? leg.startedAt),
		direction: leg.direction,
		// Empty for a leg that nobody answered, or that still runs.
		duration: leg.seconds === null ? null : String(leg.seconds),
		end_time: twilioDate(leg.endedAt),
		forwarded_from: leg === call.leg ? (call.place.forwardedFrom ?? null) : null,
		from: leg.from,
		from_formatted: nationalFormat(leg.from),
		group_sid: null,
		parent_call_sid: leg.parentSid,
		phone_number_sid: call.line.sid,
		price: null,
		price_unit: 'USD',
		queue_time: '0',
		start_time: twilioDate(leg.startedAt),
		status: leg.status,
		to: leg.to,
		to_formatted: nationalFormat(leg.to),
		trunk_sid: null,
		uri: `${uri}.json`,
		subresource_uris: { recordings: `${uri}/Recordings.json` },
	};
}
