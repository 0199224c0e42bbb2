import { countSegments } from '../../../leasing/text/segments';
import { toGsm } from '../../../leasing/text/toGsm';

const a = (n: number) => 'a'.repeat(n);

describe('countSegments', () => {
	it.each<[string, string, 'GSM-7' | 'UCS-2', number, number]>([
		['nothing', '', 'GSM-7', 0, 0],
		['one letter', 'a', 'GSM-7', 1, 1],
		['a full single', a(160), 'GSM-7', 160, 1],
		['one more', a(161), 'GSM-7', 161, 2],
		['two full parts', a(306), 'GSM-7', 306, 2],
		['a third part', a(307), 'GSM-7', 307, 3],
		['ten full parts', a(1530), 'GSM-7', 1530, 10],
		["Twilio's longest", a(1600), 'GSM-7', 1600, 11],
		['all basic letters with accents', 'èéùìòÇØøÅåÆæßÉÄÖÑÜäöñüà¡¿§£¥¤', 'GSM-7', 29, 1],
		['Greek capitals', 'ΔΦΓΛΩΠΨΣΘΞ', 'GSM-7', 10, 1],
		['line breaks', 'a\r\nb', 'GSM-7', 4, 1],
		['each extended character', '^{}\\[~]|€', 'GSM-7', 18, 1],
		['80 euros fill a single', '€'.repeat(80), 'GSM-7', 160, 1],
		['79 euros and two letters', `${'€'.repeat(79)}aa`, 'GSM-7', 160, 1],
		['80 euros and a letter', `${'€'.repeat(80)}a`, 'GSM-7', 161, 2],
		// 153 is odd: a part of euros holds 76 and wastes a septet.
		['an escape is not split: 153 euros', '€'.repeat(153), 'GSM-7', 306, 3],
		['an escape moves whole to the next part', `${a(152)}€${a(151)}`, 'GSM-7', 305, 2],
		['and costs a part when both were full', `${a(152)}€${a(152)}`, 'GSM-7', 306, 3],
		['a curly quote', 'It\u2019s', 'UCS-2', 4, 1],
		['a backtick is not GSM', '`', 'UCS-2', 1, 1],
		['a lower-case c cedilla is not GSM', 'ç', 'UCS-2', 1, 1],
		['a tab is not GSM', '\t', 'UCS-2', 1, 1],
		['70 units', `${a(69)}\u2019`, 'UCS-2', 70, 1],
		['71 units', `${a(70)}\u2019`, 'UCS-2', 71, 2],
		['134 units', `\u2019${a(133)}`, 'UCS-2', 134, 2],
		['135 units', `\u2019${a(134)}`, 'UCS-2', 135, 3],
		['an emoji is two units', '\u{1F600}', 'UCS-2', 2, 1],
		['35 emoji fill a single', '\u{1F600}'.repeat(35), 'UCS-2', 70, 1],
		['36 emoji', '\u{1F600}'.repeat(36), 'UCS-2', 72, 2],
		// 67 is odd: a part holds 33 emoji.
		['emoji are not split', '\u{1F600}'.repeat(67), 'UCS-2', 134, 3],
		['66 emoji fit two parts', '\u{1F600}'.repeat(66), 'UCS-2', 132, 2],
		['extended characters are single in UCS-2', '\u2019€€', 'UCS-2', 3, 1],
	])('%s', (_name, body, encoding, units, segments) => {
		expect(countSegments(body)).toMatchObject({ encoding, units, segments });
	});

	it('names the character that makes a text dear', () => {
		expect(countSegments('Hi \u2013 it\u2019s us').firstNonGsm).toBe('\u2013');
		expect(countSegments('Hi \u{1F3E0}').firstNonGsm).toBe('\u{1F3E0}');
		expect(countSegments('Hi {you}').firstNonGsm).toBeNull();
	});

	it('fits the first text of the template in one segment', () => {
		const body = 'Hi, this is Maple Court. Sorry we missed your call. How can we help? Reply here or call back. Reply STOP to opt out.';
		expect(countSegments(body)).toMatchObject({ encoding: 'GSM-7', segments: 1 });
	});
});

describe('toGsm', () => {
	it.each([
		['It\u2019s \u201Cours\u201D', 'It\'s "ours"', 2],
		['9\u201312 \u2014 or later\u2026', '9-12 - or later...', 2],
		['Maple\u00A0Court\u200B', 'Maple Court', 2],
		['\u2022 one\u2009two', '* one two', 2],
		['The Lofts\u2122', 'The Lofts(TM)', 1],
		['Jose\u0301', 'José', 0],
		['plain', 'plain', 0],
		// Letters and emoji are the writer's own.
		['María \u{1F600}', 'María \u{1F600}', 0],
		['\u{1F468}\u200D\u{1F469}', '\u{1F468}\u200D\u{1F469}', 0],
	])('%p', (body, plain, changes) => {
		const result = toGsm(body);
		expect(result.body).toBe(plain);
		expect(result.changes).toHaveLength(changes);
	});

	it('makes a text from a word processor cheap again', () => {
		const { body } = toGsm('Hi \u2013 sorry we missed your call. We\u2019re here until 6\u00A0PM\u2026');
		expect(countSegments(body)).toMatchObject({ encoding: 'GSM-7', firstNonGsm: null });
	});
});
