import * as z from 'zod/v4';

import { maskPhone } from '../../phone/maskPhone';
import { phonesToSendBack, type PhoneKind, type ReadPhone } from '../phones';
import { compact, type Body } from './body';

/** What may be said about an applicant; null empties a field. */
export interface ApplicantChanges {
	FirstName?: string;
	LastName?: string;
	Email?: string | null;
	UnitId?: number | null;
	PhoneNumbers?: Partial<Record<PhoneKind, string | null>>;
}

const text = z.string().nullish().catch(null);
const id = z.number().int().positive().nullish().catch(null);
const applicantSchema = z.object({ FirstName: text, LastName: text, Email: text, UnitId: id, PhoneNumbers: z.unknown() });

/** The body of a new applicant. @param sendApplication Buildium then sends the person an e-mail with the application form */
export function newApplicant(applicant: ApplicantChanges, sendApplication: boolean): Body {
	const { PhoneNumbers, ...rest } = applicant;
	return { ...compact({ ...rest, ...numbers({}, PhoneNumbers) }), SendRentalApplicationEmail: sendApplication };
}

/**
 * The whole body of a changed applicant.
 * @returns `lost`: numbers that the update would erase because the API has no way to write them back
 */
export function changedApplicant(record: unknown, changes: ApplicantChanges): { body: Body; lost: ReadPhone[] } {
	const { PhoneNumbers, ...old } = applicantSchema.parse(record);
	const { PhoneNumbers: newNumbers, ...rest } = changes;
	const { writable, lost } = phonesToSendBack(PhoneNumbers);
	return { body: compact({ ...old, ...rest, ...numbers(writable, newNumbers) }), lost };
}

/** Says which numbers would be lost, without giving them away. */
export function lostNumbers(lost: ReadPhone[]): string {
	return lost.map(({ type, number }) => `${type} ${maskPhone(number)}`).join(', ');
}

function numbers(old: object, changes: object | undefined): { PhoneNumbers?: Body } {
	const all = compact({ ...old, ...changes });
	return Object.keys(all).length > 0 ? { PhoneNumbers: all } : {};
}
