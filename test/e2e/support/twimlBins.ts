/** The safety net of the README, as Twilio would keep it: its two TwiML Bins, served on loopback. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import axios from 'axios';
import type { TwilioSandbox } from '../../../sandbox/twilio/contract';

const README = path.resolve(__dirname, '../../../README.md');
/** The address of the goodbye bin in the README: whoever follows it puts in his own. */
const EXAMPLE = /https:\/\/handler\.twilio\.com\/twiml\/EH0+/;

export interface TwimlBins {
	/** What a person enters where Twilio asks what to do when the primary handler fails. */
	fallbackUrl: string;
	close(): Promise<void>;
}

/** Serves both bins exactly as the README prints them. */
export async function serveTwimlBins(): Promise<TwimlBins> {
	const [goodbye, fallback] = [...readFileSync(README, 'utf8').matchAll(/```xml\n(<\?xml[\s\S]*?)```/g)].map(([, xml = '']) => xml);
	if (goodbye === undefined || fallback === undefined || !EXAMPLE.test(fallback))
		throw new Error('The README has no longer the two TwiML Bins.');
	const documents = new Map<string, string>();
	const server = createServer((request, response) => {
		const document = documents.get(request.url ?? '');
		response.writeHead(document === undefined ? 404 : 200, { 'Content-Type': 'text/xml' }).end(document);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	documents.set('/goodbye', goodbye);
	documents.set('/fallback', fallback.replace(EXAMPLE, `${url}/goodbye`));
	return { fallbackUrl: `${url}/fallback`, close: async () => await new Promise((resolve) => server.close(() => resolve())) };
}

/** What a person sets in the Twilio Console: the number's "primary handler fails". */
export async function setFallback(sandbox: TwilioSandbox, phone: string, fallbackUrl: string): Promise<void> {
	const { url, accountSid, authToken } = sandbox;
	const number = `${url}/2010-04-01/Accounts/${accountSid}/IncomingPhoneNumbers/${String(sandbox.number(phone).sid)}.json`;
	await axios.post(number, new URLSearchParams({ VoiceFallbackUrl: fallbackUrl, VoiceFallbackMethod: 'POST' }), {
		auth: { username: accountSid, password: authToken },
		proxy: false,
	});
}
