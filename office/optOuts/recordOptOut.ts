import { formatPhone } from '../../leasing/phone/formatPhone';
import type { E164 } from '../../leasing/phone/phone';
import type { PortfolioSettings } from '../../leasing/portfolio/portfolio';
import type { Millis } from '../../leasing/time';
import type { Office } from '../office';
import { liftHold } from '../texts/textHold';

export interface OptOutWish {
	settings: PortfolioSettings;
	phone: E164;
	/** `out`: no more texts; `in`: texts again. */
	action: 'out' | 'in';
	/** How and to whom the renter said it. */
	evidence: string;
}

/** Keeps what a renter told staff about being texted, which decides about doubtful words before, and says so on the timelines of whoever has the number. */
export async function recordOptOut(
	{ store, clock }: Office,
	{ settings, phone, action, evidence }: OptOutWish,
): Promise<{ at: Millis; leadIds: string[] }> {
	const at = clock.now();
	const readable = formatPhone(phone, settings.country);
	const sentence = action === 'out' ? `No more texts to ${readable}: ${evidence}` : `Texts to ${readable} are allowed again: ${evidence}`;
	const leadIds = await store.transaction(async (tx) => {
		await tx.optOuts.record({ portfolio: settings.key, phone, action, via: 'staff', evidence, at });
		await liftHold(tx, { portfolio: settings.key, phone, by: 'staff', at });
		const hits = await tx.leads.findByIdentities(settings.key, [{ kind: 'phone', value: phone }]);
		for (const { leadId } of hits) {
			await tx.timeline.add({ portfolio: settings.key, leadId, callId: null, at, kind: 'opt_out', sentence, reasons: [] });
		}
		return hits.map(({ leadId }) => leadId);
	});
	return { at, leadIds };
}
