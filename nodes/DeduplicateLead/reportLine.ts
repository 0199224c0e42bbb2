import type { Inquiry } from '../../leasing/inquiry/inquiry';
import type { MatchDecision } from '../../leasing/match/match';
import { sentencesOf } from '../../leasing/reason';
import type { TakenIn } from '../../office/intake/case';

/** A line of a report: flat, in words, and small, so that a list of 50,000 stays handy in n8n. Normalize Lead says `refused` of what it cannot read. */
export interface ReportLine {
	result: (typeof RESULTS)[MatchDecision['decision']];
	name: string;
	/** Empty while a person decides. */
	leadId: string;
	/** Between which leads a person decides; parted by spaces. */
	candidates: string;
	/** `yes`: this same inquiry had been worked on before, and nothing was written for it. */
	repeated: 'yes' | '';
	score: number;
	why: string;
}

const RESULTS = { new: 'created', known: 'joined', review: 'left for review' } as const;

export function reportLine(inquiry: Inquiry, { match, lead, repeated }: TakenIn): ReportLine {
	return {
		result: RESULTS[match.decision],
		name: inquiry.people.flatMap(({ fullName }) => fullName ?? []).join(' and '),
		leadId: lead?.id ?? '',
		candidates: match.candidates.join(' '),
		repeated: repeated ? 'yes' : '',
		score: match.score,
		why: sentencesOf(match.reasons),
	};
}
