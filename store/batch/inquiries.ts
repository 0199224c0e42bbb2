import { NO_FINGERPRINT } from '../../leasing/inquiry/fingerprint';
import type { SentInquiry } from '../../leasing/inquiry/sentKey';
import type { InquiryFamily, StoredInquiry } from '../port/inquiries';
import { inquiryRow, sentName, touchRow } from '../statements/inquiries';
import type { LeadContext, Part } from './part';

export function batchInquiries({ direct, waiting, clock, ids, standing }: LeadContext): Part<InquiryFamily> {
	/** By portfolio and sender. */
	const bySender = new Map<string, StoredInquiry | null>();
	const byId = new Map<string, StoredInquiry>();
	/** Of ids that were asked for: those that came with another person before this batch. */
	const shared = new Set<string>();
	/** Who came under an id in this batch. */
	const persons = new Map<string, Set<string>>();
	/** Recorded in this batch and without a touch. */
	const untouched = new Set<string>();

	const idName = (portfolio: string, { provider, providerId }: SentInquiry): string => JSON.stringify([portfolio, provider, providerId]);
	const nameOf = (portfolio: string, sent: SentInquiry): string => `${portfolio} ${sentName(sent)}`;
	const remember = (stored: StoredInquiry): void => {
		bySender.set(nameOf(stored.inquiry.portfolio, stored.inquiry), stored);
		byId.set(stored.id, stored);
	};
	const load = async (portfolio: string, sent: readonly SentInquiry[]): Promise<void> => {
		const unknown = sent.filter((one) => !bySender.has(nameOf(portfolio, one)));
		if (unknown.length === 0) return;
		for (const one of unknown) bySender.set(nameOf(portfolio, one), null);
		for (const stored of await direct.inquiries.find(portfolio, unknown)) remember(stored);
		for (const one of await direct.inquiries.sharedIds(portfolio, unknown)) shared.add(nameOf(portfolio, one));
	};
	const isShared = (portfolio: string, one: SentInquiry): boolean => {
		if (one.fingerprint === NO_FINGERPRINT) return false;
		const together = persons.get(idName(portfolio, one));
		return shared.has(nameOf(portfolio, one)) || (together !== undefined && together.size > (together.has(one.fingerprint) ? 1 : 0));
	};
	const placeOn = (stored: StoredInquiry, leadId: string): void => remember({ ...stored, leadId });

	return {
		methods: {
			async record(inquiry) {
				const id = ids.next('inquiry');
				await load(inquiry.portfolio, [inquiry]);
				const known = bySender.get(nameOf(inquiry.portfolio, inquiry)) ?? null;
				if (known !== null) return { inquiry: known, created: false };
				const row = { ...inquiryRow(inquiry, id, clock.now()), lead_id: null };
				const stored: StoredInquiry = { id: row.id, inquiry, leadId: null, recordedAt: row.recorded_at };
				waiting.insert('inquiries', row, row.id);
				untouched.add(row.id);
				remember(stored);
				const name = idName(inquiry.portfolio, inquiry);
				persons.set(name, (persons.get(name) ?? new Set()).add(inquiry.fingerprint));
				return { inquiry: stored, created: true };
			},

			async find(portfolio, sent) {
				await load(portfolio, sent);
				return [...new Set(sent.flatMap((one) => bySender.get(nameOf(portfolio, one)) ?? []))];
			},

			async sharedIds(portfolio, sent) {
				await load(portfolio, sent);
				return sent.filter((one) => isShared(portfolio, one));
			},

			async get(id) {
				return byId.get(id) ?? (await direct.inquiries.get(id));
			},

			async setLead(id, leadId) {
				const stored = byId.get(id);
				if (stored !== undefined && waiting.has('inquiries', id)) {
					waiting.change('inquiries', id, { lead_id: leadId });
				} else {
					await waiting.write(['leads', 'inquiries']);
					await direct.inquiries.setLead(id, leadId);
				}
				if (stored !== undefined) placeOn(stored, await standing(leadId));
			},

			async addTouch(touch) {
				if (untouched.delete(touch.inquiryId)) {
					waiting.insert('touches', touchRow(touch), touch.inquiryId);
					return;
				}
				// One of this batch has its one touch; any other may have one in the table.
				if (waiting.has('touches', touch.inquiryId)) return;
				await waiting.write(['leads', 'inquiries', 'touches']);
				await direct.inquiries.addTouch(touch);
			},
		},

		forget() {
			bySender.clear();
			byId.clear();
			untouched.clear();
			shared.clear();
			persons.clear();
		},

		merged(from, into) {
			for (const stored of [...byId.values()]) if (stored.leadId === from) placeOn(stored, into);
		},

		moved(inquiryId, leadId) {
			const stored = byId.get(inquiryId);
			if (stored !== undefined) placeOn(stored, leadId);
		},
	};
}
