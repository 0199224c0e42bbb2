import { reason, type Reason } from '../reason';
import type { Millis } from '../time';
import type { GuardFacts, GuardRequest } from './guardQuestion';
import type { Asked, FactName, GuardRule } from './guardRule';
import { GUARD_RULES } from './guardRules';
import type { GuardDecision } from './text';
import type { TextPolicy } from './textPolicy';

export type { GuardFacts, GuardRequest } from './guardQuestion';
export { defaultTextPolicy, type TextPolicy } from './textPolicy';

/** The next rule reads facts that nobody has asked for yet. */
export interface FactsWanted {
	verdict: 'ask';
	facts: FactName[];
}

/**
 * Decides whether a text may go out now. Total: any input gives a decision, and each decision says why.
 * @param facts all of them; who has to ask for each calls guardStep
 */
export function guardText(request: GuardRequest, facts: GuardFacts, policy: TextPolicy, now: Millis): GuardDecision {
	const decision = guardStep(request, facts, policy, now);
	if (decision.verdict === 'ask') throw new Error(`The guard lacks ${decision.facts.join(', ')}.`);
	return decision;
}

/**
 * Asks the rules in their order until one decides, or needs a fact that is not known yet. Whoever calls finds that fact
 * out and asks again: so a hidden number costs no look-up, and a fact that only one rule reads is asked for by that rule.
 * @param known what was found out so far; a fact that is absent is not known
 */
export function guardStep(
	request: GuardRequest,
	known: Partial<GuardFacts>,
	policy: TextPolicy,
	now: Millis,
	rules: readonly GuardRule[] = GUARD_RULES,
): GuardDecision | FactsWanted {
	const notes: Reason[] = [];
	const checked: string[] = [];
	for (const rule of rules) {
		const wanted = rule.needs.filter((fact) => known[fact] === undefined);
		if (wanted.length > 0) return { verdict: 'ask', facts: wanted };
		// What the rule reads is known, as just seen; the type of its facts says no more than that.
		const asked: Asked = { request, facts: known as GuardFacts, policy, now };
		const ruling = rule.judge(asked);
		if (ruling === null || ruling.verdict === 'note') checked.push(...wordsOf(rule, asked));
		if (ruling === null) continue;

		const reasons = [reason(ruling.code ?? rule.code, ruling.sentence), ...(ruling.details ?? [])];
		switch (ruling.verdict) {
			case 'note':
				notes.push(...reasons);
				break;
			case 'no':
				return { verdict: 'no', personNeeded: ruling.personNeeded, reasons };
			case 'hold':
				return { verdict: 'hold', until: ruling.until, reasons };
		}
	}
	const allClear = reason('nothing_against', `Nothing speaks against it. Checked: ${checked.join(', ')}.`);
	return { verdict: 'send', reasons: [...notes, allClear] };
}

function wordsOf({ checked }: GuardRule, asked: Asked): string[] {
	if (checked === undefined) return [];
	return [typeof checked === 'string' ? checked : checked(asked)];
}
