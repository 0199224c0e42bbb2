import { newSid } from '../ids';

/** A Messaging Service: a pool of numbers that are registered, and answered, together. */
export interface MessagingServiceRecord {
	sid: string;
	friendlyName: string;
	/** E.164, in the pool. */
	phones: string[];
	/** Where texts to the pool go, unless each number decides itself. */
	inboundRequestUrl: string;
	useInboundWebhookOnNumber: boolean;
	/** Statuses of its A2P 10DLC campaigns, e.g. `VERIFIED`; none: it was never registered. */
	campaigns: string[];
}

/** The account's Messaging Services. */
export class MessagingServices {
	private records: MessagingServiceRecord[] = [];

	add(service: Partial<MessagingServiceRecord>): MessagingServiceRecord {
		const record: MessagingServiceRecord = {
			sid: newSid('MG'),
			friendlyName: 'Leasing',
			phones: [],
			inboundRequestUrl: '',
			useInboundWebhookOnNumber: true,
			campaigns: [],
			...service,
		};
		this.records.push(record);
		return record;
	}

	find(sid: string): MessagingServiceRecord | null {
		return this.records.find((record) => record.sid === sid) ?? null;
	}

	all(): MessagingServiceRecord[] {
		return [...this.records];
	}

	clear(): void {
		this.records = [];
	}
}
