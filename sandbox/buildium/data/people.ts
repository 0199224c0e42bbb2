import type { BuildiumPerson } from '../contract';

/** The people of the stories: one of each kind, with a name, number and address that nobody else has. */

export type Role = 'resident' | 'rentalOwner' | 'vendor' | 'staff' | 'applicant' | 'stranger';
export type StoryPerson = Pick<BuildiumPerson, 'firstName' | 'lastName' | 'email' | 'phone'>;

const person = (firstName: string, lastName: string, line: string): StoryPerson => ({
	firstName,
	lastName,
	email: `${firstName}.${lastName}@example.com`.toLowerCase(),
	phone: `+1512555${line}`,
});

export const STORY_PEOPLE: Record<Role, StoryPerson> = {
	resident: person('Renata', 'Delgado', '0160'),
	rentalOwner: person('Oskar', 'Lindqvist', '0161'),
	vendor: person('Vera', 'Kowalski', '0162'),
	applicant: person('Amina', 'Bello', '0163'),
	staff: person('Dana', 'Whitaker', '0164'),
	stranger: person('Stella', 'Fontaine', '0165'),
};

/** The ten digits of a story person's number. */
export function storyDigits(role: Role): string {
	return STORY_PEOPLE[role].phone.slice(2);
}
