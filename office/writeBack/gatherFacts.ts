import { localTime } from '../../leasing/hours/localTime';
import { propertiesCalled, recordIn, type KnownSettings } from '../../leasing/property/knownProperty';
import type { Reason } from '../../leasing/reason';
import type { Millis } from '../../leasing/time';
import type { About } from '../../leasing/writeBack/about';
import type { WriteBackFacts } from '../../leasing/writeBack/facts';
import type { DirectoryOf, StoreFamilies } from '../../store/port';
import { whoCalls } from '../directory/whoCalls';
import { refusedRoutes } from './refusedRoutes';

export interface GatherOptions {
	settings: KnownSettings;
	provider: string;
	/** Types of earlier records that matter. */
	remembers: readonly string[];
	/** The property that the user chose, by the provider's id; null: the one that the event tells of. */
	propertyId: string | null;
	now: Millis;
}

/** More staff than this has nobody who leases apartments with n8n. */
const STAFF = 1_000;

/** Collects everything that the choice of a route depends on; from the store alone, so that nothing slow is waited for. */
export async function gatherFacts(
	tx: StoreFamilies,
	about: About,
	{ settings, provider, remembers, propertyId, now }: GatherOptions,
): Promise<{ facts: WriteBackFacts; reasons: Reason[] }> {
	const of: DirectoryOf = { portfolio: settings.key, provider };
	const { phone, caller } = await whoCalls(tx, settings, about.contact.phone, now);
	const person = caller.person?.provider === provider ? caller.person : null;
	const leadId = about.leadId ?? caller.leadId;
	const staff = await tx.directory.listPeople(of, 'staff', STAFF);
	const email = about.contact.email;
	// A hidden number says nobody; somebody with a name or an e-mail address is somebody all the same.
	const reachable = email !== null || about.contact.firstName !== null;
	return {
		facts: {
			occurrence: about.occurrence,
			caller: {
				kind: caller.kind === 'nobody' && reachable ? 'stranger' : caller.kind,
				person: person === null ? null : { kind: person.kind, id: person.providerId, name: person.fullName },
				leaseId: caller.tenancy?.leaseId ?? null,
				candidates:
					person !== null
						? []
						: caller.others.filter((one) => one.kind === caller.kind).map((one) => one.fullName ?? one.providerId),
				applicantId: caller.applicant?.provider === provider ? caller.applicant.providerId : null,
			},
			contact: { firstName: about.contact.firstName, lastName: about.contact.lastName, phone: phone.e164, email },
			property: await propertyOf(tx, of, about, propertyId, settings),
			staff: staff.map(({ providerId, fullName, emails, active }) => ({ id: providerId, fullName, emails, active })),
			earlier: leadId === null ? {} : await earlierRecords(tx, of, leadId, remembers),
			refused: await refusedRoutes(tx, of, now),
			country: settings.country,
			today: localTime(settings.timeZone, now).date,
		},
		reasons: caller.reasons,
	};
}

async function earlierRecords(
	tx: StoreFamilies,
	{ portfolio, provider }: DirectoryOf,
	leadId: string,
	types: readonly string[],
): Promise<Record<string, string>> {
	const earlier: Record<string, string> = {};
	for (const type of types) {
		const recordId = (await tx.writeBacks.latestOfLead(portfolio, provider, leadId, type))?.recordId;
		if (recordId) earlier[type] = recordId;
	}
	return earlier;
}

/** The property's record there: the chosen one, or the one that the lead's property is in the directory. Of two that it might be, none. */
async function propertyOf(
	tx: StoreFamilies,
	of: DirectoryOf,
	{ propertyKey }: About,
	chosen: string | null,
	settings: KnownSettings,
): Promise<WriteBackFacts['property']> {
	const called = chosen ?? calledProperty(propertyKey, settings, of.provider);
	if (called === null) return null;
	const place = await tx.directory.place(of, 'property', called);
	if (place !== null) return { id: place.providerId, details: place.details };
	return chosen === null ? null : { id: chosen, details: null };
}

function calledProperty(propertyKey: string | null, settings: KnownSettings, provider: string): string | null {
	const [property, second] = propertyKey === null ? [] : propertiesCalled(settings.properties, propertyKey);
	return property === undefined || second !== undefined ? null : (recordIn(property, provider)?.id ?? null);
}
