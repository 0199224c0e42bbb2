import { DEFAULT_THRESHOLDS } from '../../leasing/match/bands';
import { ALL_FIELDS } from '../../leasing/match/matchFields';
import type { MatchRules } from './neighbourhood';

/** How records are compared unless somebody chooses otherwise. */
export const DEFAULT_RULES: MatchRules = { thresholds: DEFAULT_THRESHOLDS, fields: ALL_FIELDS, scope: 'portfolio' };
