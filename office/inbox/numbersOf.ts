import type { LeadDelivery } from '../../leasing/inbox/delivery';
import { requestItem } from '../../leasing/inbox/deliveryItem';
import { numbersIn } from '../../leasing/inbox/form/numbersIn';
import { readLeads } from '../../leasing/inquiry/readLeads';
import { parsePhone } from '../../leasing/phone/parsePhone';
import { knownNumbers } from '../../leasing/portfolio/knownNumbers';
import type { PortfolioSettings } from '../../leasing/portfolio/portfolio';

/** The numbers of the renters in a delivery, as Normalize Lead reads them by its usual names. @returns E.164 */
export async function renterNumbers(delivery: LeadDelivery, settings: PortfolioSettings): Promise<string[]> {
	const { delivery: _about, ...item } = requestItem(delivery, []) as { delivery: unknown };
	const read = await readLeads(item, { settings, receivedAt: Date.parse(delivery.receivedAt), format: 'auto', map: {} });
	return unique(read.flatMap((one) => (one.ok ? one.inquiry.people.flatMap(({ phones }) => phones) : [])));
}

/** Those, and whatever else in it could be a phone number, since a field map may name any field. @returns E.164 */
export async function everyNumber(delivery: LeadDelivery, settings: PortfolioSettings): Promise<string[]> {
	const { body } = requestItem(delivery, []) as { body: unknown };
	const how = { country: settings.country, known: knownNumbers(settings) };
	const loose = unique([...numbersIn(body), ...numbersIn(delivery.query)].map((text) => parsePhone(text, how)));
	return [...new Set([...(await renterNumbers(delivery, settings)), ...loose])];
}

function unique(phones: readonly { e164: string | null }[]): string[] {
	return [...new Set(phones.flatMap(({ e164 }) => (e164 === null ? [] : [e164])))];
}
