import { areNicknames } from '../tables/nicknameOf';
import { isGivenName, isSurname } from '../tables/nameBits';
import type { PersonName } from './personName';
import { PairMemo } from './pairMemo';
import { likeness, sharedLetters, slips } from './similarity';
import { spelling } from './words';

/**
 * How two given names agree, best first. `variant`: Sara and Sarah; `initial`: J. and Jane; `other_name`: Tim and Tom,
 * one letter apart and two people; `similar`: too far for a slip, too near to be sure of two names.
 */
export type GivenLevel = 'missing' | 'exact' | 'variant' | 'nickname' | 'typo' | 'initial' | 'similar' | 'other_name' | 'differs';

/** `part`: one half of a double surname. */
export type SurnameLevel = 'missing' | 'exact' | 'variant' | 'typo' | 'part' | 'initial' | 'similar' | 'differs';

export function compareGiven(one: PersonName, other: PersonName): GivenLevel {
	const level = compareGivenWords(one.given, other.given);
	if (level !== 'differs' && level !== 'other_name' && level !== 'similar') return level;
	// "Mary Ann" signs as Ann; "J. Robert" as Robert.
	if (
		one.middle.some((name) => name.length > 2 && name === other.given) ||
		other.middle.some((name) => name.length > 2 && name === one.given)
	)
		return 'nickname';
	const joined = compareGivenWords(one.given + (one.middle[0] ?? ''), other.given + (other.middle[0] ?? ''));
	return joined === 'exact' || joined === 'typo' ? 'typo' : level;
}

export function compareGivenWords(one: string, other: string): GivenLevel {
	if (one === '' || other === '') return 'missing';
	return one === other ? 'exact' : givenLevels.of(one, other);
}

function givenLevel(one: string, other: string): GivenLevel {
	if (one.length === 1 || other.length === 1) return one.charAt(0) === other.charAt(0) ? 'initial' : 'differs';
	if (spelling(one) === spelling(other)) return 'variant';
	if (areNicknames(one, other)) return 'nickname';
	const bothNames = isGivenName(one) && isGivenName(other);
	const [short, long] = one.length < other.length ? [one, other] : [other, one];
	if (!bothNames && short.length >= 3 && long.startsWith(short)) return 'nickname';
	const likely = likeness(one, other);
	if (isSlip(one, other, likely)) return bothNames ? 'other_name' : 'typo';
	if (bothNames) return 'differs';
	return likely >= 0.8 || isScramble(one, other) ? 'similar' : 'differs';
}

export function compareSurnames(one: PersonName, other: PersonName): SurnameLevel {
	const level = compareSurnameWords(one.surname, other.surname);
	if (level !== 'differs' && level !== 'similar') return level;
	if (one.surnameWords.length < 2 && other.surnameWords.length < 2) return level;
	const half = one.surnameWords.some((word) => word.length >= 3 && other.surnameWords.includes(word));
	return half ? 'part' : level;
}

export function compareSurnameWords(one: string, other: string): SurnameLevel {
	if (one === '' || other === '') return 'missing';
	return one === other ? 'exact' : surnameLevels.of(one, other);
}

function surnameLevel(one: string, other: string): SurnameLevel {
	if (one.length === 1 || other.length === 1) return one.charAt(0) === other.charAt(0) ? 'initial' : 'differs';
	if (spelling(one) === spelling(other)) return 'variant';
	const likely = likeness(one, other);
	if (isSlip(one, other, likely)) return isSurname(one) && isSurname(other) ? 'similar' : 'typo';
	return likely >= 0.82 || (isScramble(one, other) && !(isSurname(one) && isSurname(other))) ? 'similar' : 'differs';
}

/** The same letters, or nearly, in another order: what fast fingers make of a name (`Oilvia`, `aLuca`). */
function isScramble(one: string, other: string): boolean {
	return Math.max(one.length, other.length) >= 4 && sharedLetters(one, other) >= 0.75;
}

/** One slip, or two in a long word; in three letters a slip makes another word. */
function isSlip(one: string, other: string, likely: number): boolean {
	const longest = Math.max(one.length, other.length);
	if (longest < 4) return false;
	if (slips(one, other, 1) <= 1) return true;
	return longest >= 6 && likely >= 0.88 && slips(one, other, 2) <= 2;
}

/** People who share a phone or a mailbox are compared at each of their contacts. */
const givenLevels = new PairMemo(givenLevel);
const surnameLevels = new PairMemo(surnameLevel);
