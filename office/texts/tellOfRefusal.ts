import { CEILING_REACHED } from '../../leasing/text/guardRules/ceilings';
import type { GuardDecision } from '../../leasing/text/text';
import type { Millis } from '../../leasing/time';
import type { StoredText, StoreFamilies } from '../../store/port';
import { tellPerson } from './tellPerson';

/** Tells a person of a text that the guard refused, where one is needed. */
export async function tellOfRefusal(
	tx: StoreFamilies,
	text: StoredText,
	{ personNeeded, reasons: [why] }: Extract<GuardDecision, { verdict: 'no' }>,
	at: Millis,
): Promise<void> {
	if (personNeeded && why) await tellPerson(tx, text, at, why, why.code === CEILING_REACHED ? 'ceiling' : 'check_text');
}
