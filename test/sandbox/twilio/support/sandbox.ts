import { startTwilioSandbox } from '../../../../sandbox/twilio/index';
import type { TwilioSandbox, TwilioSandboxOptions } from '../../../../sandbox/twilio/contract';
import { PretendApp } from './app';

export const LINE = '+15125550100';
export const RENTER = '+15125550123';
export const ANA = '+15125550150';
export const BEN = '+15125550151';

/** The stand-in with one line whose calls and texts go to a pretend app; started and stopped around a test file. */
export function useSandbox(options: TwilioSandboxOptions = {}): { sandbox: () => TwilioSandbox; app: () => PretendApp } {
	let sandbox: TwilioSandbox | null = null;
	const app = new PretendApp(() => need(sandbox).authToken);
	beforeAll(async () => {
		await app.start();
		sandbox = await startTwilioSandbox({ secondMs: 5, ...options });
	});
	beforeEach(() => {
		need(sandbox).reset();
		app.reset();
		need(sandbox).addNumber({
			phone: LINE,
			voiceUrl: `${app.url}/voice`,
			statusCallback: `${app.url}/status`,
			smsUrl: `${app.url}/sms`,
		});
	});
	afterAll(async () => {
		await need(sandbox).close();
		await app.stop();
	});
	return { sandbox: () => need(sandbox), app: () => app };
}

function need<T>(value: T | null): T {
	if (value === null) throw new Error('The sandbox is not started yet.');
	return value;
}
