import { managerOf } from '../../../leasing/buildium/directory/places';
import { addDays, localTime } from '../../../leasing/hours/localTime';
import { propertiesCalled, recordIn, type KnownSettings } from '../../../leasing/property/knownProperty';
import type { Reason } from '../../../leasing/reason';
import type { Millis } from '../../../leasing/time';
import { chooseAssignee } from '../../../leasing/buildium/writeBack/assignee';
import type { WriteBackFacts } from '../../../leasing/buildium/writeBack/facts';
import type { DirectoryOf, StoreFamilies, StoredPlace } from '../../../store/port';
import { whoCalls } from '../../../office/directory/whoCalls';
import type { About } from './about';
import { refusedRoutes } from './refusedRoutes';

/** What the user chose in the node. Ids are Buildium's. */
export interface Choices {
	assigneeId: string | null;
	propertyId: string | null;
	categoryId: string | null;
	priority: 'Low' | 'Normal' | 'High';
	dueInDays: number;
	makeApplicant: boolean;
	sendApplication: boolean;
}

/** More staff than this has nobody who leases apartments with n8n. */
const STAFF = 1_000;

/** Collects everything that the choice of a route depends on; from the store alone, so that nothing slow is waited for. */
export async function gatherFacts(
	tx: StoreFamilies,
	about: About,
	choices: Choices,
	{ settings, now }: { settings: KnownSettings; now: Millis },
): Promise<{ facts: WriteBackFacts; reasons: Reason[] }> {
	const of: DirectoryOf = { portfolio: settings.key, provider: 'buildium' };
	const { phone, caller } = await whoCalls(tx, settings, about.contact.phone, now);
	const person = caller.person?.provider === 'buildium' ? caller.person : null;
	const leadId = about.leadId ?? caller.leadId;
	const property = await propertyOf(tx, of, about, choices, settings);
	const staff = (await tx.directory.listPeople(of, 'staff', STAFF)).map(({ providerId, fullName, emails, active }) => ({
		id: providerId,
		fullName,
		emails,
		active,
	}));
	const assignee = chooseAssignee(property === null ? null : managerOf(property.details), staff, choices.assigneeId);
	const earlier = async (recordType: string): Promise<string | null> =>
		leadId === null ? null : ((await tx.writeBacks.latestOfLead(of.portfolio, of.provider, leadId, recordType))?.recordId ?? null);
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
				applicantId: caller.applicant?.provider === 'buildium' ? caller.applicant.providerId : null,
			},
			contact: { firstName: about.contact.firstName, lastName: about.contact.lastName, phone: phone.e164, email },
			propertyId: property?.providerId ?? choices.propertyId,
			unitId: null,
			assigneeId: assignee.id,
			earlier: { contactRequestId: await earlier('contact_request'), applicantId: await earlier('applicant') },
			refused: await refusedRoutes(tx, of, now),
			choices: {
				makeApplicant: choices.makeApplicant,
				sendApplication: choices.sendApplication,
				categoryId: choices.categoryId,
				priority: choices.priority,
				dueDate: addDays(localTime(settings.timeZone, now).date, choices.dueInDays),
			},
			country: settings.country,
		},
		reasons: [...caller.reasons, assignee.reason],
	};
}

/** The property in Buildium: the chosen one, or the one that the lead's property is in the directory. Of two that it might be, none. */
async function propertyOf(
	tx: StoreFamilies,
	of: DirectoryOf,
	{ propertyKey }: About,
	{ propertyId }: Choices,
	settings: KnownSettings,
): Promise<StoredPlace | null> {
	if (propertyId !== null) return await tx.directory.place(of, 'property', propertyId);
	const [property, second] = propertyKey === null ? [] : propertiesCalled(settings.properties, propertyKey);
	const record = property === undefined || second !== undefined ? null : recordIn(property, of.provider);
	return record && (await tx.directory.place(of, 'property', record.id));
}
