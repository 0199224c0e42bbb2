import { placeCall } from '../calls/engine';
import { readBody, sendJson } from '../http';
import { receiveText } from '../messaging/inbound';
import { BadBody, callBody, faultsBody, keysBody, pressBody, readBodyAs, sayBody, staffBody, textBody } from './bodies';
import { streamEvents } from './eventStream';
import { sandboxState } from './state';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Account } from '../account';
import type { Call } from '../calls/call';
import type { Click } from '../calls/staff';

/** A control request that cannot be done; becomes `{error}` with this status. */
class Refused extends Error {
	constructor(
		readonly status: number,
		sentence: string,
	) {
		super(sentence);
	}
}

interface Done {
	status: number;
	body: unknown;
}

const OK: Done = { status: 200, body: { ok: true } };

/** Serves `/sandbox/…`: how the pretend phone's page drives calls, staff phones, texts and faults. */
export async function serveControl(request: IncomingMessage, response: ServerResponse, url: URL, account: Account): Promise<void> {
	const method = request.method ?? 'GET';
	const [area = '', id = '', action = ''] = url.pathname.slice('/sandbox/'.length).split('/').map(decodeURIComponent);
	if (method === 'GET' && area === 'events') return streamEvents(response, account);
	try {
		const done =
			method === 'GET'
				? read(area, account)
				: method === 'POST'
					? await change(area, id, action, await readBody(request), account)
					: null;
		if (done === null) throw new Refused(404, `There is no ${method} ${url.pathname}.`);
		sendJson(response, done.status, done.body);
	} catch (error) {
		if (error instanceof Refused) return sendJson(response, error.status, { error: error.message });
		if (error instanceof BadBody) return sendJson(response, 400, { error: error.message });
		throw error;
	}
}

function read(area: string, account: Account): Done | null {
	if (area === 'state') return { status: 200, body: sandboxState(account) };
	if (area === 'alerts') return { status: 200, body: { alerts: account.alerts, violations: account.violations } };
	return null;
}

async function change(area: string, id: string, action: string, body: string, account: Account): Promise<Done | null> {
	switch (area) {
		case 'calls':
			return id === '' ? startCall(body, account) : driveCall(findCall(account, id), action, body);
		case 'staff':
			return driveStaff(id, action, body, account);
		case 'texts': {
			const text = readBodyAs(textBody, body);
			requireLine(account, text.to);
			return { status: 201, body: await receiveText(account, text) };
		}
		case 'faults': {
			const faults = readBodyAs(faultsBody, body);
			if (faults.messages !== undefined) account.faults.addMessageFault(faults.messages);
			if (faults.callbacks !== undefined) account.faults.addCallbackFault(faults.callbacks);
			return OK;
		}
		default:
			return null;
	}
}

function startCall(body: string, account: Account): Done {
	const place = readBodyAs(callBody, body);
	requireLine(account, place.to);
	return { status: 201, body: { sid: placeCall(account, place).sid } };
}

function driveCall(call: Call, action: string, body: string): Done | null {
	if (!['hangup', 'keys', 'say'].includes(action)) return null;
	if (call.endedAt() !== null) throw new Refused(409, 'The call is over.');
	if (action === 'hangup') call.hangUp();
	else if (call.place.interactive !== true) throw new Refused(409, 'The call follows its script; place it with "interactive": true.');
	else if (action === 'keys') call.keys(readBodyAs(keysBody, body).digits);
	else call.say(readBodyAs(sayBody, body).text);
	return OK;
}

function driveStaff(phone: string, action: string, body: string, account: Account): Done | null {
	if (action === '') {
		const { behaviour, name } = readBodyAs(staffBody, body);
		account.staff.set(phone, behaviour, name);
		return OK;
	}
	const click = readClick(action, body);
	if (click === null) return null;
	if (account.staff.find(phone)?.click(click) !== true) {
		throw new Refused(
			409,
			`The phone ${phone} ${click.kind === 'answer' || click.kind === 'decline' ? 'does not ring' : 'is not on a call'} now.`,
		);
	}
	return OK;
}

function readClick(action: string, body: string): Click | null {
	switch (action) {
		case 'answer':
		case 'decline':
		case 'hangup':
			return { kind: action };
		case 'press':
			return { kind: 'press', digit: readBodyAs(pressBody, body).digit };
		default:
			return null;
	}
}

function findCall(account: Account, sid: string): Call {
	const call = account.calls.find((candidate) => candidate.sid === sid);
	if (call === undefined) throw new Refused(404, `There is no call ${sid}.`);
	return call;
}

function requireLine(account: Account, phone: string): void {
	if (account.numbers.find(phone) === null) throw new Refused(404, `${phone} is not a number of the account.`);
}
