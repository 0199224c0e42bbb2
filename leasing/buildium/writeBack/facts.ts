import type { WriteBackFacts } from '../../writeBack/facts';
import { managerOf } from '../directory/places';
import { addDays } from '../../hours/localTime';
import type { Reason } from '../../reason';
import { chooseAssignee } from './assignee';
import { ROUTES, type Route } from './plan';

/** What the user chose in the node. Ids are Buildium's. */
export interface BuildiumChoices {
	assigneeId: string | null;
	categoryId: string | null;
	priority: 'Low' | 'Normal' | 'High';
	dueInDays: number;
	makeApplicant: boolean;
	sendApplication: boolean;
}

/** Everything that the choice of a route in Buildium depends on. */
export interface BuildiumFacts extends Pick<WriteBackFacts, 'occurrence' | 'caller' | 'contact' | 'country'> {
	propertyId: string | null;
	/** Counts only together with its property. */
	unitId: string | null;
	/** Staff user who gets a contact request; null: none could be found. */
	assigneeId: string | null;
	/** Records that were written for this renter before. */
	earlier: { contactRequestId: string | null; applicantId: string | null };
	/** Routes that Buildium has refused to this key lately. */
	refused: readonly Route[];
	choices: {
		/** Make an applicant instead of a contact request, once first and last name are known. */
		makeApplicant: boolean;
		/** Let Buildium e-mail a new applicant the application. */
		sendApplication: boolean;
		categoryId: string | null;
		priority: 'Low' | 'Normal' | 'High';
		/** ISO date. */
		dueDate: string;
	};
}

/** Record types that were written before and matter for what comes next. */
export const REMEMBERED = ['contact_request', 'applicant'] as const;

/** The facts in Buildium's terms, and who gets a contact request, with why. */
export function buildiumFacts(facts: WriteBackFacts, choices: BuildiumChoices): { facts: BuildiumFacts; assigned: Reason } {
	const { occurrence, caller, contact, country, property, staff, earlier, refused, today } = facts;
	const { assigneeId, dueInDays, ...chosen } = choices;
	const assignee = chooseAssignee(property?.details ? managerOf(property.details) : null, staff, assigneeId);
	return {
		facts: {
			occurrence,
			caller,
			contact,
			country,
			propertyId: property?.id ?? null,
			unitId: null,
			assigneeId: assignee.id,
			earlier: { contactRequestId: earlier.contact_request ?? null, applicantId: earlier.applicant ?? null },
			refused: ROUTES.filter((route) => refused.includes(route)),
			choices: { ...chosen, dueDate: addDays(today, dueInDays) },
		},
		assigned: assignee.reason,
	};
}
