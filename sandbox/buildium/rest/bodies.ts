/** Parts of request bodies. What is left out becomes null, which is what Buildium makes of it. */
import * as z from 'zod/v4';
import type { Address, Phone } from '../data/records';

/** Text that may be left out. @param most characters, where Buildium names a limit */
export const text = (most = 65_535) =>
	z
		.string()
		.max(most)
		.nullish()
		.transform((value) => (value === undefined || value === '' ? null : value));

export const requiredText = (most = 65_535) => z.string().min(1).max(most);
export const id = () =>
	z
		.int32()
		.nullish()
		.transform((value) => value ?? null);
export const requiredId = () => z.int32();
export const day = () =>
	z.iso
		.date()
		.nullish()
		.transform((value) => value ?? null);
export const flag = () =>
	z
		.boolean()
		.nullish()
		.transform((value) => value ?? null);

const number = () =>
	z
		.string()
		.min(10, 'A phone number must have 10 to 20 characters.')
		.max(20, 'A phone number must have 10 to 20 characters.')
		.nullish()
		.transform((value) => value ?? null);

/** As numbers are written: an object, whereas they are read as an array. */
export const phoneNumbers = () =>
	z
		.object({ Home: number(), Work: number(), Mobile: number(), Fax: number() })
		.nullish()
		.transform((value) => value ?? null);

export const contactPhoneNumbers = () =>
	z
		.object({ Home: number(), Work: number(), Mobile: number() })
		.nullish()
		.transform((value) => value ?? null);

const WRITTEN_TO_READ = { Home: 'Home', Work: 'Office', Mobile: 'Cell', Fax: 'Fax' } as const;

/** From the written form to the form that is read. */
export function readForm(written: z.infer<ReturnType<typeof phoneNumbers>>): Phone[] {
	if (written === null) return [];
	return (['Home', 'Work', 'Mobile', 'Fax'] as const).flatMap((key) => {
		const value = written[key];
		return value === null ? [] : [{ Number: value, Type: WRITTEN_TO_READ[key] }];
	});
}

const requiredAddress = z.object({
	AddressLine1: requiredText(100),
	AddressLine2: text(100),
	AddressLine3: text(100),
	City: text(100),
	State: text(100),
	PostalCode: requiredText(20),
	Country: requiredText(100),
}) satisfies z.ZodType<Address>;

export const address = () => requiredAddress;
export const optionalAddress = () => requiredAddress.nullish().transform((value) => value ?? null);
