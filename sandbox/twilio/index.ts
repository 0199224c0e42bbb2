import { Account } from './account';
import { placeCall } from './calls/engine';
import { receiveText } from './messaging/inbound';
import { messageView } from './messaging/message';
import { waitForMessage } from './messaging/waitForMessage';
import { numberBody } from './rest/incomingNumbers';
import { listen, stopListening } from './server';
import type { AddressInfo } from 'node:net';
import type { SandboxMessage, StartTwilioSandbox, TwilioSandbox, TwilioSandboxOptions } from './contract';

export type * from './contract';

/** Starts the Twilio stand-in on 127.0.0.1. @throws Error when the port is taken */
export const startTwilioSandbox: StartTwilioSandbox = async (options: TwilioSandboxOptions = {}) => {
	const account = new Account(options);
	const server = await listen(account, options.port ?? 0);
	const address = server.address() as AddressInfo;
	account.url = `http://127.0.0.1:${address.port}`;
	return face(account, async () => {
		account.stop();
		await stopListening(server);
	});
};

/** The account as the contract shows it to tests and scripts. */
function face(account: Account, close: () => Promise<void>): TwilioSandbox {
	return {
		url: account.url,
		accountSid: account.sid,
		authToken: account.authToken,
		apiKeySid: account.apiKeySid,
		apiKeySecret: account.apiKeySecret,
		addNumber: ({ callerIdLookup, ...number }) => {
			const record = account.numbers.add({ ...number, voiceCallerIdLookup: callerIdLookup ?? false });
			return { sid: record.sid };
		},
		number: (phone) => {
			const record = account.numbers.find(phone);
			if (record === null) throw new Error(`${phone} is not a number of the account.`);
			return numberBody(account, record);
		},
		setStaff: (phone, behaviour, name) => {
			account.staff.set(phone, behaviour, name);
		},
		setLineType: (phone, type) => {
			account.lineTypes.set(phone, type);
		},
		placeCall: (call) => placeCall(account, call),
		sendText: (text) => receiveText(account, text),
		calls: () => [...account.calls],
		messages: (filter) => messagesThatFit(account, filter),
		waitForMessage: (fits, timeoutMs) => waitForMessage(account, fits, timeoutMs),
		failMessages: (fault) => account.faults.addMessageFault(fault),
		failCallbacks: (fault) => account.faults.addCallbackFault(fault),
		limitReads: (times) => {
			account.faults.limitedReads = times;
		},
		setCallLogLag: (ms) => {
			account.callLogLagMs = ms;
		},
		signWith: (signings) => account.signWith(signings),
		addMessagingService: (service) => ({ sid: account.services.add(service).sid }),
		setBalance: (balance) => {
			account.balance = balance;
		},
		setTollFreeVerification: (phone, status) => {
			account.tollFree.set(phone, status);
		},
		setOutage: (down) => {
			account.faults.outage = down;
		},
		violations: () => [...account.violations],
		alerts: () => [...account.alerts],
		onEvent: (listener) => account.events.on(listener),
		reset: () => account.reset(),
		close,
	};
}

function messagesThatFit(account: Account, filter: Parameters<TwilioSandbox['messages']>[0] = {}): SandboxMessage[] {
	return account.messages
		.filter((message) => filter.to === undefined || message.to === filter.to)
		.filter((message) => filter.from === undefined || message.from === filter.from)
		.filter((message) => filter.direction === undefined || message.direction === filter.direction)
		.map(messageView);
}
