import type { CallerKind } from '../../leasing/directory/recognize';
import { formatPhone } from '../../leasing/phone/formatPhone';
import type { PortfolioSettings } from '../../leasing/portfolio/portfolio';
import type { StoredPerson } from '../../store/port';
import type { LookedUp } from '../../office/directory/lookUpCaller';

export const OUTPUT_NAMES = ['Renter or Unknown', 'Resident', 'Owner', 'Vendor', 'Staff'] as const;

const OUTPUTS: Readonly<Record<CallerKind, number>> = {
	known_renter: 0,
	stranger: 0,
	nobody: 0,
	resident: 1,
	owner: 2,
	vendor: 3,
	staff: 4,
};

export function outputOf(kind: CallerKind): number {
	return OUTPUTS[kind];
}

/** What the item says about the caller. */
export function whoItem({ phone, caller, home }: LookedUp, { country }: PortfolioSettings) {
	return {
		kind: caller.kind,
		name: (caller.person ?? caller.applicant)?.fullName ?? null,
		phone: phone.e164,
		phoneDisplay: phone.e164 === null ? null : formatPhone(phone.e164, country),
		person: caller.person && personItem(caller.person),
		unit: caller.tenancy?.unitNumber ?? null,
		property: home?.name ?? null,
		movesIn: caller.tenancy?.state === 'future' ? caller.tenancy.from : null,
		applicant: caller.applicant && personItem(caller.applicant),
		leadId: caller.leadId,
		others: caller.others.map(personItem),
		reasons: caller.reasons,
	};
}

function personItem(person: StoredPerson) {
	const { provider, kind, providerId, fullName, emails, details } = person;
	return {
		provider,
		kind,
		id: providerId,
		name: fullName,
		email: emails[0] ?? null,
		status: details.status ?? null,
		trade: details.trade ?? null,
	};
}
