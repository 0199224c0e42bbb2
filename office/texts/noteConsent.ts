import { reason, type Reason } from '../../leasing/reason';
import type { OptOutReading } from '../../leasing/text/optOutWords';
import type { Millis } from '../../leasing/time';
import type { StoreFamilies } from '../../store/port';
import { liftHold } from './textHold';

/**
 * Writes down what a reply says about further texts: into the opt-out log, which every later text is checked against; or, for a doubtful
 * wording, as a hold on texts to the number until a person has looked.
 * @returns what changed, or null
 */
export async function noteConsent(
	tx: StoreFamilies,
	{ portfolio, phone, words, reading, at }: { portfolio: string; phone: string; words: string; reading: OptOutReading; at: Millis },
): Promise<Reason | null> {
	const out = (await tx.optOuts.current(portfolio, phone)) !== null;
	switch (reading.kind) {
		case 'out':
			if (!out) await tx.optOuts.record({ portfolio, phone, action: 'out', via: 'reply', evidence: words, at });
			return reason('opted_out', 'The renter asked not to be texted; no more texts go out to this number.');
		case 'unsure':
			await tx.textHolds.place({ portfolio, phone, via: 'reply_unclear', evidence: words, heldAt: at });
			return reason(
				'opt_out_unclear',
				`"${words}" may mean "stop texting me". No text goes out to this number until somebody has looked: if that is what it means, record the opt-out; if not, complete the task, and texts go out again.`,
			);
		case 'in': {
			// Whoever asks for texts has made clear what the doubtful words before were worth.
			const held = await liftHold(tx, { portfolio, phone, by: 'the renter', at });
			if (out) await tx.optOuts.record({ portfolio, phone, action: 'in', via: 'reply', evidence: words, at });
			return out || held ? reason('opted_in', 'The renter asked to be texted again.') : null;
		}
		case 'help':
		case 'none':
			return null;
	}
}
