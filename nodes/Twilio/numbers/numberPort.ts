import type { FoundNumber, NumberPort } from '../../../office/hookups/port';
import type { TwilioContext } from '../transport';
import { findNumber, ownedElsewhere, takesTexts, updateNumber, type NumberSettings, type TwilioNumber } from './number';

/** Each channel's address, and the field of its method. */
const FIELDS = {
	voice: ['VoiceUrl', 'VoiceMethod'],
	text: ['SmsUrl', 'SmsMethod'],
	status: ['StatusCallback', 'StatusCallbackMethod'],
} as const;

/** For a person. */
export const HOW_TO_SET_FALLBACK =
	'In the Twilio Console, make a TwiML Bin that rings your phones (the README of these nodes has it to copy, under "A safety net"). Then open Phone Numbers, Manage, Active Numbers, this number, and under Voice Configuration choose that bin at "Primary handler fails". Press Save configuration.';

/** Twilio's numbers, for connecting lines and giving them back. */
export function twilioNumbers(context: TwilioContext): NumberPort {
	return {
		provider: 'twilio',
		label: 'Twilio',
		howToSetFallback: HOW_TO_SET_FALLBACK,
		find: async (phone) => {
			const number = await findNumber(context, phone);
			return number && found(number);
		},
		update: async (id, wiring) => {
			const settings: NumberSettings = {};
			for (const channel of ['voice', 'text', 'status'] as const) {
				const wanted = wiring[channel];
				if (wanted === undefined) continue;
				const [address, method] = FIELDS[channel];
				settings[address] = wanted.address;
				settings[method] = wanted.method ?? 'POST';
			}
			await updateNumber(context, id, settings);
		},
	};
}

function found(number: TwilioNumber): FoundNumber {
	return {
		id: number.sid,
		phone: number.phone_number,
		wiring: {
			voice: { address: number.voice_url ?? '', method: number.voice_method ?? 'POST' },
			text: { address: number.sms_url ?? '', method: number.sms_method ?? 'POST' },
			status: { address: number.status_callback ?? '', method: number.status_callback_method ?? 'POST' },
		},
		refusal: ownedElsewhere(number),
		fallback: number.voice_fallback_url ?? '',
		isFree: (channel, address) => (channel === 'text' ? !takesTexts(number, address) : address === ''),
	};
}
