import { detectAll } from 'tinyld/light';
import type { InquiryLanguage } from './inquiry';

/** Scripts that only one of the languages met here uses. */
const SCRIPTS: ReadonlyArray<readonly [RegExp, string]> = [
	[/\p{Script=Hangul}/u, 'ko'],
	[/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
	[/\p{Script=Han}/u, 'zh'],
	[/[\u0103\u0111\u01A1\u01B0\u1EA0-\u1EF9]/u, 'vi'],
	[/\p{Script=Arabic}/u, 'ar'],
	[/\p{Script=Cyrillic}/u, 'ru'],
	[/\p{Script=Devanagari}/u, 'hi'],
];

/** Languages with Latin letters that renters in North America write most; between more of them short texts are confused. */
const LATIN = ['en', 'es', 'fr', 'pt'];

const NAMES: Readonly<Record<string, string>> = {
	english: 'en',
	spanish: 'es',
	espanol: 'es',
	french: 'fr',
	francais: 'fr',
	portuguese: 'pt',
	chinese: 'zh',
	mandarin: 'zh',
	vietnamese: 'vi',
	korean: 'ko',
	russian: 'ru',
	arabic: 'ar',
	hindi: 'hi',
	japanese: 'ja',
};

const LONGEST = 600;
const FEWEST_WORDS = 4;

/**
 * The language of a renter's message. What the form says wins; a message of two or three words tells nothing.
 * @param said a language field: `es`, `en-US`, `Spanish`
 */
export function readLanguage(said: string | undefined, message: string | null): InquiryLanguage | null {
	const named = said === undefined ? null : nameOf(said);
	if (named !== null) return { code: named, evidence: `the item says "${said?.slice(0, 40)}"` };
	const text = (message ?? '').slice(0, LONGEST).replace(/\bhttps?:\/\/\S{1,200}|\S{1,80}@\S{1,80}|[\d()+#$.-]+/g, ' ');
	const script = SCRIPTS.find(([letters]) => letters.test(text));
	if (script !== undefined) return { code: script[1], evidence: 'the letters of the message' };
	if (text.split(/[^\p{L}'’]+/u).filter((word) => word !== '').length < FEWEST_WORDS) return null;
	const [best, second] = detectAll(text, { only: LATIN });
	if (best === undefined || (second !== undefined && second.accuracy > best.accuracy * NEAR)) return null;
	return { code: best.lang, evidence: 'the words of the message' };
}

/** A second language this close to the first makes both doubtful. */
const NEAR = 0.9;

function nameOf(said: string): string | null {
	const plain = said.slice(0, 40).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
	const code = /^([a-z]{2})(?:[-_][a-z]{2,4})?$/.exec(plain)?.[1];
	return code ?? (Object.hasOwn(NAMES, plain) ? (NAMES[plain] ?? null) : null);
}
