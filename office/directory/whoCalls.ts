import { recognizeCaller, type Caller } from '../../leasing/directory/recognize';
import { localTime } from '../../leasing/hours/localTime';
import { parsePhone } from '../../leasing/phone/parsePhone';
import type { ContactPhone } from '../../leasing/phone/phone';
import { knownNumbers } from '../../leasing/portfolio/knownNumbers';
import type { PortfolioSettings } from '../../leasing/portfolio/portfolio';
import type { Millis } from '../../leasing/time';
import type { StoredPerson, StoreFamilies } from '../../store/port';

/** More people than this with one number make no difference: it is nobody's own then. */
const ENOUGH = 20;

export interface WhoCalls {
	phone: ContactPhone;
	caller: Caller<StoredPerson>;
}

/**
 * Who a number belongs to, answered from the store alone: a few index look-ups, and nothing leaves this machine.
 * @param raw the number as received; '' is a hidden one
 */
export async function whoCalls(
	store: Pick<StoreFamilies, 'directory' | 'leads'>,
	settings: PortfolioSettings,
	raw: string,
	now: Millis,
): Promise<WhoCalls> {
	const phone = parsePhone(raw, { country: settings.country, known: knownNumbers(settings) });
	const people = phone.e164 === null ? [] : await store.directory.byPhone(settings.key, phone.e164, ENOUGH);
	const hits = phone.e164 === null ? [] : await store.leads.findByIdentities(settings.key, [{ kind: 'phone', value: phone.e164 }]);
	const leads = [];
	for (const id of new Set(hits.map(({ leadId }) => leadId))) {
		const lead = await store.leads.get(id);
		if (lead) leads.push({ id: lead.id, fullName: lead.fullName });
	}
	const caller = recognizeCaller({
		phoneClass: phone.contactClass,
		people,
		leads,
		today: localTime(settings.timeZone, now).date,
		directoryIsEmpty: people.length === 0 && (await store.directory.isEmpty(settings.key)),
	});
	return { phone, caller };
}
