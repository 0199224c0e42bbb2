import { reason, type Reason } from '../../leasing/reason';
import type { OptOutReading } from '../../leasing/text/optOutWords';
import type { Millis } from '../../leasing/time';
import type { StoreFamilies } from '../../store/port';

/**
 * Writes what a reply says about further texts into the opt-out log, which every later text is checked against. A doubtful wording
 * counts as "stop" until a person says otherwise.
 * @returns what changed, or null
 */
export async function noteConsent(
	tx: StoreFamilies,
	{ portfolio, phone, words, reading, at }: { portfolio: string; phone: string; words: string; reading: OptOutReading; at: Millis },
): Promise<Reason | null> {
	const out = (await tx.optOuts.current(portfolio, phone)) !== null;
	if (reading.kind === 'out' || reading.kind === 'unsure') {
		const unsure = reading.kind === 'unsure';
		if (!out)
			await tx.optOuts.record({ portfolio, phone, action: 'out', via: unsure ? 'reply_unclear' : 'reply', evidence: words, at });
		return unsure
			? reason(
					'opt_out_unclear',
					`"${words}" may mean "stop texting me". No more texts go out until a person has decided and recorded it.`,
				)
			: reason('opted_out', 'The renter asked not to be texted; no more texts go out to this number.');
	}
	if (reading.kind === 'in' && out) {
		await tx.optOuts.record({ portfolio, phone, action: 'in', via: 'reply', evidence: words, at });
		return reason('opted_in', 'The renter asked to be texted again.');
	}
	return null;
}
