import { comparePlaces, compareStreets, placeOf, streetAddress } from '../../../../leasing/match/fields/address';
import { birthDigits, compareBirthDates } from '../../../../leasing/match/fields/birthDate';
import { compareEmails, mailboxOf } from '../../../../leasing/match/fields/emails';
import { compareGiven, compareSurnames } from '../../../../leasing/match/fields/names';
import { personName } from '../../../../leasing/match/fields/personName';
import { likeness, slips } from '../../../../leasing/match/fields/similarity';

test.each<[string, string, number]>([
	['ferris', 'ferris', 0],
	['ferris', 'feris', 1],
	['ferris', 'ferrsi', 1],
	['ferris', 'xerris', 1],
	['ferris', 'firras', 2],
	['abcd', 'badc', 2],
	['', 'ab', 2],
	['maple', 'oak', 3],
])('%s and %s are %i slips apart', (one, other, expected) => {
	expect([slips(one, other, 2), slips(other, one, 2)]).toEqual([expected, expected]);
	expect(slips(one, other, 1)).toBe(Math.min(expected, 2));
});

test('likeness is the same both ways, 1 for the same and 0 for nothing alike', () => {
	expect([likeness('martha', 'marhta'), likeness('marhta', 'martha')].map((value) => value.toFixed(3))).toEqual(['0.961', '0.961']);
	expect([likeness('ana', 'ana'), likeness('ana', 'xyz'), likeness('', 'ana')]).toEqual([1, 0, 0]);
});

test.each<[string, string, string]>([
	['Robert', 'Bob', 'nickname'],
	['Bob', 'Rob', 'nickname'],
	['Robert', 'William', 'differs'],
	['Sara', 'Sarah', 'variant'],
	['Steven', 'Stephen', 'variant'],
	['Katherine', 'Catherine', 'variant'],
	['Nadia', 'Nadai', 'typo'],
	['Nadia', 'N.', 'initial'],
	['Nadia', 'M', 'differs'],
	['Tim', 'Tom', 'differs'],
	['Maria', 'Mario', 'other_name'],
	['Mary Ann', 'Ann', 'nickname'],
	['Olivia', 'ilivOa', 'similar'],
	['', 'Ana', 'missing'],
])('first names %s and %s: %s', (one, other, level) => {
	expect(compareGiven(personName(one || null, 'X', null), personName(other || null, 'X', null))).toBe(level);
});

test.each<[string, string, string]>([
	['Ferris', 'Ferris', 'exact'],
	['Ferris', 'Feriss', 'variant'],
	['Sondergeld', 'Sondergled', 'typo'],
	['De La Cruz', 'Delacruz', 'exact'],
	['Ruiz Torres', 'Torres', 'part'],
	['Kerr-Sullivan', 'Sullivan', 'part'],
	['Ferris', 'Okafor', 'differs'],
])('last names %s and %s: %s', (one, other, level) => {
	expect(compareSurnames(personName('X', one, null), personName('X', other, null))).toBe(level);
});

test.each<[string, string, string]>([
	['John Hale Jr.', 'john hale', 'jr'],
	['Hale, John', 'john hale', ''],
	["Dr. José O'Neil III", 'jose oneil', 'iii'],
	['WIRELESS CALLER', ' ', ''],
	['none', ' ', ''],
	['Ana & Luis Ruiz', ' ', ''],
])('the name %s', (full, expected, generation) => {
	const name = personName(null, null, full);
	expect([`${name.given} ${name.surname}`, name.generation]).toEqual([expected, generation]);
});

test.each<[string, string, string]>([
	['1988-04-21', '19880421', 'exact'],
	['1988-04-09', '1988-09-04', 'near'],
	['1988-04-21', '1988-04-12', 'near'],
	['1988-04-21', '1998-04-21', 'near'],
	['1988-04-21', '1988-05-23', 'close'],
	['1988-04-21', '1989-04-20', 'close'],
	['1988-04-21', '1961-12-02', 'differs'],
	['1900-01-01', '1988-04-21', 'missing'],
	['', '1988-04-21', 'missing'],
])('birth dates %s and %s: %s', (one, other, level) => {
	expect(compareBirthDates(birthDigits(one), birthDigits(other))).toBe(level);
});

test.each<[string, string]>([
	['Nadia.Ferris+zillow@googlemail.com', 'nadiaferris@gmail.com'],
	['nadia.ferris@acme.example', 'nadia.ferris@acme.example'],
	['nadia+x@acme.example', 'nadia+x@acme.example'],
	['nadia+x@outlook.com', 'nadia@outlook.com'],
	['nadia-x@yahoo.com', 'nadia-x@yahoo.com'],
])('the mailbox of %s is %s', (address, mailbox) => {
	expect(mailboxOf(address)).toBe(mailbox);
});

test.each<[string, string, string]>([
	['nferris88@gmail.com', 'nferris88@gmial.com', 'domain_typo'],
	['nferris88@gmail.com', 'nferis88@gmail.com', 'near'],
	['nferris88@gmail.com', 'nferris88@yahoo.com', 'same_name'],
	['mary.lee@gmail.com', 'mary.lee@yahoo.com', 'differs'],
	['nferris88@gmail.com', 'nferris41@gmail.com', 'differs'],
	['ana@example.com', 'tom@example.org', 'differs'],
])('the e-mails %s and %s: %s', (one, other, level) => {
	expect(compareEmails([one], [other]).level).toBe(level);
});

test.each<[string, string, string]>([
	['14 Maple Ct', '14 maple court', 'home'],
	['14 Maple Ct #204', '14 Maple Court Apt 204', 'home'],
	['14 Maple Ct #204', '14 Maple Ct #310', 'building'],
	['14 Maple Ct', '15 Maple Ct', 'near'],
	['14 Maple Ct', '920 Maple Ct', 'street'],
	['14 Mapel Ct', '14 Maple Ct', 'near'],
	['Maple Ct', '14 Maple Ct', 'unnumbered'],
	['14 Oak Hill Rd', '14 Maple Ct', 'number'],
	['3 Oak Hill Rd', '14 Maple Ct', 'differs'],
])('the streets %s and %s: %s', (one, other, level) => {
	expect(compareStreets(streetAddress(one, null), streetAddress(other, null))).toBe(level);
});

test.each<[[string, string], [string, string], string]>([
	[['Tacoma', '98402'], ['TACOMA', '98402-1234'], 'both'],
	[['Tacoma', ''], ['Tacomma', ''], 'city'],
	[['', '98402'], ['', '98402'], 'postcode'],
	[['Tacoma', '98402'], ['Waco', '76701'], 'differs'],
	[['', ''], ['Waco', ''], 'missing'],
])('the places %p and %p: %s', (one, other, level) => {
	expect(comparePlaces(placeOf(...one), placeOf(...other))).toBe(level);
});
