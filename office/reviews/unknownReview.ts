import { UserMistake } from '../../leasing/userMistake';

export function unknownReview(what: 'review' | 'inquiry', id: string, where: string): UserMistake {
	return new UserMistake(
		`There is no ${what} with the ID "${id}".`,
		`Check the Review ID: ${where} Also check that this node uses the same Leasing Store credential as Deduplicate Lead.`,
	);
}
