import { newSid } from './ids';
import { nationalFormat } from './phones';

/** A phone number of the account, with the settings that decide where its calls and texts go. */
export interface NumberRecord {
	sid: string;
	phone: string;
	friendlyName: string;
	voiceUrl: string;
	voiceMethod: string;
	voiceFallbackUrl: string;
	voiceFallbackMethod: string;
	statusCallback: string;
	statusCallbackMethod: string;
	voiceCallerIdLookup: boolean;
	voiceApplicationSid: string;
	trunkSid: string;
	voiceReceiveMode: string;
	smsUrl: string;
	smsMethod: string;
	smsFallbackUrl: string;
	smsFallbackMethod: string;
	smsApplicationSid: string;
	createdAt: number;
	updatedAt: number;
}

/** What may be given when a number is added; the rest is as on a freshly bought number. */
export type NewNumber = Pick<NumberRecord, 'phone'> & Partial<Omit<NumberRecord, 'sid' | 'phone' | 'createdAt' | 'updatedAt'>>;

/** The numbers that the account owns. */
export class Numbers {
	private readonly byPhone = new Map<string, NumberRecord>();

	add(number: NewNumber): NumberRecord {
		const now = Date.now();
		const record: NumberRecord = {
			sid: newSid('PN'),
			friendlyName: nationalFormat(number.phone),
			voiceUrl: '',
			voiceMethod: 'POST',
			voiceFallbackUrl: '',
			voiceFallbackMethod: 'POST',
			statusCallback: '',
			statusCallbackMethod: 'POST',
			voiceCallerIdLookup: false,
			voiceApplicationSid: '',
			trunkSid: '',
			voiceReceiveMode: 'voice',
			smsUrl: '',
			smsMethod: 'POST',
			smsFallbackUrl: '',
			smsFallbackMethod: 'POST',
			smsApplicationSid: '',
			createdAt: now,
			updatedAt: now,
			...number,
		};
		this.byPhone.set(record.phone, record);
		return record;
	}

	find(phone: string): NumberRecord | null {
		return this.byPhone.get(phone) ?? null;
	}

	findBySid(sid: string): NumberRecord | null {
		return this.all().find((number) => number.sid === sid) ?? null;
	}

	all(): NumberRecord[] {
		return [...this.byPhone.values()];
	}
}
