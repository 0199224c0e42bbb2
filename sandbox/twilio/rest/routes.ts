import { fetchAccount, fetchBalance } from './accounts';
import { listAlerts } from './alerts';
import { fetchCall, listCalls, updateCall } from './calls';
import { fetchNumber, listNumbers, updateNumber } from './incomingNumbers';
import { lookUp } from './lookup';
import { createMessage, fetchMessage, listMessages } from './messages';
import { listCampaigns, listServiceNumbers, listServices, listTollFreeVerifications } from './messagingServices';
import { fetchRecording, listRecordings } from './recordings';
import { notFound, refuse, type RestHandler, type RestReply, type RestRequest } from './exchange';
import type { Account } from '../account';

interface Route {
	method: 'GET' | 'POST';
	/** Of the path below the account, or the whole path for other products. Its groups become `ids`. */
	path: RegExp;
	handle: RestHandler;
}

const ACCOUNT_ROUTES: Route[] = [
	{ method: 'GET', path: /^\.json$/, handle: fetchAccount },
	{ method: 'GET', path: /^\/Balance\.json$/, handle: fetchBalance },
	{ method: 'POST', path: /^\/Messages\.json$/, handle: createMessage },
	{ method: 'GET', path: /^\/Messages\.json$/, handle: listMessages },
	{ method: 'GET', path: /^\/Messages\/(\w+)\.json$/, handle: fetchMessage },
	{ method: 'GET', path: /^\/IncomingPhoneNumbers\.json$/, handle: listNumbers },
	{ method: 'GET', path: /^\/IncomingPhoneNumbers\/(\w+)\.json$/, handle: fetchNumber },
	{ method: 'POST', path: /^\/IncomingPhoneNumbers\/(\w+)\.json$/, handle: updateNumber },
	{ method: 'GET', path: /^\/Calls\.json$/, handle: listCalls },
	{ method: 'GET', path: /^\/Calls\/(\w+)\/Recordings\.json$/, handle: listRecordings },
	{ method: 'GET', path: /^\/Calls\/(\w+)\.json$/, handle: fetchCall },
	{ method: 'POST', path: /^\/Calls\/(\w+)\.json$/, handle: updateCall },
	{ method: 'GET', path: /^\/Recordings\.json$/, handle: listRecordings },
	{ method: 'GET', path: /^\/Recordings\/([\w.]+)$/, handle: fetchRecording },
];

/** Of other products, which have hosts of their own at Twilio. */
const OTHER_ROUTES: Route[] = [
	{ method: 'GET', path: /^\/v2\/PhoneNumbers\/([^/]+)$/, handle: lookUp },
	{ method: 'GET', path: /^\/v1\/Services$/, handle: listServices },
	{ method: 'GET', path: /^\/v1\/Services\/(\w+)\/PhoneNumbers$/, handle: listServiceNumbers },
	{ method: 'GET', path: /^\/v1\/Services\/(\w+)\/Compliance\/Usa2p$/, handle: listCampaigns },
	{ method: 'GET', path: /^\/v1\/Alerts$/, handle: listAlerts },
	{ method: 'GET', path: /^\/v1\/Tollfree\/Verifications$/, handle: listTollFreeVerifications },
];

/** Whether a path belongs to Twilio's REST API. */
export function isRestPath(path: string): boolean {
	return path.startsWith('/2010-04-01/') || path.startsWith('/v2/') || path.startsWith('/v1/');
}

/** Answers a REST request; authentication was checked before. */
export function answerRest(request: RestRequest, account: Account): RestReply {
	const prefix = `/2010-04-01/Accounts/${account.sid}`;
	if (request.path.startsWith('/2010-04-01/Accounts/AC') && !request.path.startsWith(prefix)) return notFound(request);
	const ofAccount = request.path.startsWith(prefix);
	const path = ofAccount ? request.path.slice(prefix.length) : request.path;
	const known = (ofAccount ? ACCOUNT_ROUTES : OTHER_ROUTES).filter((route) => route.path.test(path));
	const route = known.find((candidate) => candidate.method === request.method);
	if (route !== undefined) return route.handle({ ...request, ids: idsIn(path, route.path) }, account);
	account.violation(`${request.method} ${request.path}: no such request (the path ends in .json?)`);
	return known.length > 0 ? refuse(20004) : notFound(request);
}

function idsIn(path: string, pattern: RegExp): string[] {
	return (pattern.exec(path) ?? []).slice(1).map((id) => decodeURIComponent(id));
}
