import twilio from 'twilio';
import type { PlaceCall, PretendCall } from '../../../../sandbox/twilio/contract';
import { ANA, LINE, RENTER, useSandbox } from './sandbox';

interface Ring {
	to?: string[];
	sequential?: boolean;
	screening?: boolean;
	answerOnBridge?: boolean;
	/** TwiML that answers the Dial action. */
	then?: string;
}

type Fields = Record<string, string> | undefined;

/** What the log says once Ana's phone rings. */
export const RINGING = `${ANA}: ringing`;

/** The stand-in and the app, with words for the calls of these tests. */
export function useCalls() {
	const { sandbox, app } = useSandbox();

	/** The app rings staff, the way the product does it, with TwiML written by the `twilio` package. */
	function appRings({
		to = [ANA],
		sequential = false,
		screening = false,
		answerOnBridge = true,
		then = '<Response><Hangup/></Response>',
	}: Ring = {}): void {
		const voice = new twilio.twiml.VoiceResponse();
		const dial = voice.dial({ answerOnBridge, timeout: 18, sequential, action: '/dialed?op=1' });
		for (const phone of to) dial.number(screening ? { url: '/whisper' } : {}, phone);
		voice.say('This must never be heard.');
		app().on('/voice', voice.toString());
		app().on('/dialed', then);
		const whisper = new twilio.twiml.VoiceResponse();
		whisper.gather({ numDigits: 1, timeout: 5, action: '/accept' }).say('Leasing call. Press 1 to take it.');
		whisper.hangup();
		app().on('/whisper', whisper.toString());
		app().on('/accept', ({ fields }) => (fields['Digits'] === '1' ? '<Response/>' : '<Response><Hangup/></Response>'));
	}

	/** A call, played to its end. */
	async function call(place: Partial<PlaceCall> = {}): Promise<PretendCall> {
		const placed = sandbox().placeCall({ to: LINE, from: RENTER, ...place });
		await placed.ended;
		expect(sandbox().violations()).toEqual([]);
		return placed;
	}

	/** A call whose caller hangs up as soon as something is in its log; nothing depends on how fast the app answers. */
	async function callUntil(text: string, place: Partial<PlaceCall> = {}): Promise<PretendCall> {
		const placed = sandbox().placeCall({ to: LINE, from: RENTER, ...place });
		const unsubscribe = sandbox().onEvent(() => {
			if (placed.log().some((entry) => entry.text.includes(text))) placed.hangUp();
		});
		await placed.ended;
		unsubscribe();
		expect(sandbox().violations()).toEqual([]);
		return placed;
	}

	return {
		sandbox,
		app,
		appRings,
		call,
		callUntil,
		/** Fields of the first Dial action request. */
		dialed: (): Fields => app().at('/dialed')[0]?.fields,
		/** Fields of the first status callback. */
		status: (): Fields => app().at('/status')[0]?.fields,
	};
}
