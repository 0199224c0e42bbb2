import { Session } from '../twiml/session';
import { runTwiml } from '../twiml/execute';
import { ApplicationError, requestTwiml } from '../twiml/request';
import { Closed, HungUp, sleep } from '../waiting';
import { Call } from './call';
import { playOtherApp } from './otherApp';
import { sendStatusCallback } from './statusCallback';
import type { Account } from '../account';
import type { PlaceCall } from '../contract';

const APOLOGY = 'We are sorry, an application error has occurred. Goodbye.';

/**
 * Lets a call ring one of the account's numbers and plays it to its end in the background.
 * @throws Error when the account does not own the number
 */
export function placeCall(account: Account, place: PlaceCall): Call {
	const line = account.numbers.find(place.to);
	if (line === null) throw new Error(`${place.to} is not a number of the account; add it first.`);
	const call = new Call(account, place, line);
	account.calls.push(call);
	call.note('leg', `${call.from} calls ${call.to}`);
	void play(account, call);
	return call;
}

async function play(account: Account, call: Call): Promise<void> {
	try {
		hangUpLater(call);
		await talk(account, call);
		call.hangUp(call.rejected ? 'The call was rejected.' : 'The call is over.');
		await sendStatusCallback(account, call);
	} catch (error) {
		// Anything but an orderly end is a mistake in the stand-in or in what a test asked of it; it must not go unseen.
		if (!(error instanceof Closed)) account.violation(`The call ${call.sid} could not be played: ${String(error)}`);
		call.leg.end('failed');
	} finally {
		call.close();
	}
}

/** Everything until the caller's leg is over. */
async function talk(account: Account, call: Call): Promise<void> {
	try {
		if (call.place.otherApp !== undefined || isElsewhere(call)) await playOtherApp(account, call);
		else await followTwiml(account, call);
	} catch (error) {
		if (!(error instanceof HungUp)) throw error;
	}
}

async function followTwiml(account: Account, call: Call): Promise<void> {
	const signal = AbortSignal.any([call.life, call.leg.gone]);
	const session = new Session(account, call, call.leg, call.caller, signal, runTwiml);
	try {
		const { voiceUrl, voiceMethod, voiceFallbackUrl, voiceFallbackMethod } = call.line;
		if (voiceUrl === '' && voiceFallbackUrl === '') throw new ApplicationError('The number has no VoiceUrl.');
		const first =
			voiceUrl !== ''
				? { url: voiceUrl, method: voiceMethod, label: 'Voice' }
				: { url: voiceFallbackUrl, method: voiceFallbackMethod, label: 'Voice fallback' };
		await session.run(await requestTwiml(session, first));
		// Even TwiML without any verb answers the call; after a <Dial> that never bridged, nothing has to.
		if (!call.rejected && call.children.length === 0) session.pickUp();
	} catch (error) {
		if (!(error instanceof ApplicationError)) throw error;
		session.pickUp();
		session.note('warning', `Application error: ${error.message}`);
		session.hears(APOLOGY);
		await session.wait(3);
	}
}

/** A trunk or a TwiML app owns the number: its own URLs are ignored. */
function isElsewhere(call: Call): boolean {
	return call.line.trunkSid !== '' || call.line.voiceApplicationSid !== '';
}

/** The caller's patience: gone after so long, unless they are talking or leaving a message by then. */
function hangUpLater(call: Call): void {
	const { hangUpAfterSeconds } = call.place;
	if (hangUpAfterSeconds === undefined) return;
	sleep(hangUpAfterSeconds * call.secondMs, AbortSignal.any([call.life, call.leg.gone])).then(
		() => call.phase === 'listening' && call.hangUp(),
		() => undefined,
	);
}
