import type { GuardRule } from '../guardRule';
import { ceilingRules } from './ceilings';
import { consentRules } from './consent';
import { hoursRules } from './hours';
import { lineRules } from './line';
import { momentRules } from './moment';
import { numberRules } from './number';
import { wordingRules } from './wording';

/**
 * Every rule, in the order in which they are asked: from what never changes (the number) to what passes (the hour), so that
 * the first reason is the one to act upon.
 */
export const GUARD_RULES: readonly GuardRule[] = [
	...numberRules,
	...consentRules,
	...lineRules,
	...momentRules,
	...wordingRules,
	...hoursRules,
	...ceilingRules,
];
