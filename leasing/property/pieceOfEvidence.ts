import type { EvidenceKind } from './scores';

/** One thing that speaks for one property. */
export interface PieceOfEvidence {
	key: string;
	kind: EvidenceKind;
	/** What in the inquiry it is; the same thing may speak for several properties. */
	said: string;
	sentence: string;
}

export type AddEvidence = (key: string, kind: EvidenceKind, said: string, sentence: string) => void;
