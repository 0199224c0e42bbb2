import type { Reason } from '../reason';
import type { Millis } from '../time';
import type { GuardFacts, GuardRequest } from './guardQuestion';
import type { TextPolicy } from './textPolicy';

export type FactName = keyof GuardFacts;

/** What a rule looks at: the text, the facts that it named, the company's choices and the time. */
export interface Asked<Fact extends FactName = FactName> {
	request: GuardRequest;
	facts: Pick<GuardFacts, Fact>;
	policy: TextPolicy;
	now: Millis;
}

interface Said {
	/** Goes out under the rule's code. */
	sentence: string;
	/** Further reasons below it. */
	details?: Reason[];
	/** Where one rule knows two ends; else the rule's own code. */
	code?: string;
}

export type Ruling =
	/** @property personNeeded true when somebody should call instead */
	| ({ verdict: 'no'; personNeeded: boolean } & Said)
	/** @property until epoch ms when the guard is to be asked again */
	| ({ verdict: 'hold'; until: Millis } & Said)
	/** Nothing against it, but worth knowing; the next rules are asked. */
	| ({ verdict: 'note' } & Said);

/** One ground on which a text is refused or held. docs/adding/a-guard-rule.md says how to add one. */
export interface GuardRule<Fact extends FactName = FactName> {
	/** Stable, snake_case; part of our public contract, explained in docs/concepts/texts-and-opt-outs.md. */
	code: string;
	/** The facts that it reads. A fact that no rule before needed is asked for now, and not at all if an earlier rule decides. */
	needs: readonly Fact[];
	/** What "nothing speaks against it" says was looked at; one rule speaks for its neighbours. */
	checked?: string | ((asked: Asked<Fact>) => string);
	/** @returns null when it has nothing to say. Total: any input gives an answer. */
	judge(asked: Asked<Fact>): Ruling | null;
}

/** Infers the facts from `needs`: a rule that reads one it has not named does not compile. */
export function rule<const Fact extends FactName>(one: GuardRule<Fact>): GuardRule<Fact> {
	return one;
}

/** The text is not sent at all, and somebody should call instead. */
export function forPerson(sentence: string, ...details: Reason[]): Ruling {
	return { verdict: 'no', personNeeded: true, sentence, details };
}

/** The text is not sent at all, and nobody need do anything. */
export function forNobody(sentence: string): Ruling {
	return { verdict: 'no', personNeeded: false, sentence };
}
