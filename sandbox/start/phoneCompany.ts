import { nextFreePort } from '../n8n/freePort';
import { SetupError } from '../n8n/setupError';
import { startTwilioSandbox } from '../twilio';
import type { TwilioSandbox } from '../twilio/contract';
import { LINES, STAFF } from './company';
import type { SandboxFolder } from './folder';
import type { Progress } from './progress';

export const DEFAULT_PHONE_PORT = 5690;

/** A port for one of our servers: the usual one, or the next that is free, and says so. */
export async function choosePort(what: string, wanted: number, say: Progress['say']): Promise<number> {
	const port = await nextFreePort(wanted);
	if (port === null) {
		throw new SetupError(
			`Ports ${wanted} to ${wanted + 19} are all in use, so ${what} has nowhere to listen. Stop some programs and start again.`,
		);
	}
	if (port !== wanted) say(`  Port ${wanted} is in use, so ${what} gets ${port}.`);
	return port;
}

/**
 * Starts the Twilio stand-in in real time, with the company's lines and the phones of its staff. Staff phones ring until
 * somebody answers them on the page. The account is made up once and kept, as the credential in n8n is.
 */
export async function startPhoneCompany(folder: SandboxFolder, progress: Progress): Promise<TwilioSandbox> {
	const port = await choosePort('the pretend phone company', DEFAULT_PHONE_PORT, progress.say);
	const sandbox = await startTwilioSandbox({ port, secondMs: 1000, ...folder.state.account });
	const { accountSid, authToken, apiKeySid, apiKeySecret } = sandbox;
	folder.keep({ account: { accountSid, authToken, apiKeySid, apiKeySecret } });
	for (const { phone, property } of LINES) sandbox.addNumber({ phone, friendlyName: property });
	for (const { phone, name } of STAFF) sandbox.setStaff(phone, { kind: 'manual' }, name);
	return sandbox;
}
