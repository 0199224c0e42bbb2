import { readMoveIn } from '../../../leasing/inquiry/interest/moveIn';
import { PHRASES } from './moveInPhrases.data';

/** A Sunday. */
const TODAY = '2026-11-22';

describe('readMoveIn', () => {
	it.each<[string, string, string, string]>([
		['2026-12-01', '2026-12-01', '2026-12-01', '2026-12-01'],
		['2026-12-01T00:00:00Z', '2026-12-01', '2026-12-01', '2026-12-01'],
		['20261201', '2026-12-01', '2026-12-01', '2026-12-01'],
		['12/1/2026', '2026-12-01', '2026-12-01', '2026-12-01'],
		['6/15', '2027-06-15', '2027-06-15', '2027-06-15'],
		['June 15th', '2027-06-15', '2027-06-15', '2027-06-15'],
		['the 1st', '2026-12-01', '2026-12-01', '2026-12-01'],
		['ASAP', '2026-11-22', '2026-11-22', '2026-11-29'],
		['As soon as possible please', '2026-11-22', '2026-11-22', '2026-11-29'],
		['immediately', '2026-11-22', '2026-11-22', '2026-11-29'],
		['mid June', '2027-06-15', '2027-06-10', '2027-06-20'],
		['mid-December', '2026-12-15', '2026-12-10', '2026-12-20'],
		['early january', '2027-01-01', '2027-01-01', '2027-01-10'],
		['late february', '2027-02-25', '2027-02-21', '2027-02-28'],
		['end of December', '2026-12-31', '2026-12-25', '2026-12-31'],
		['beginning of next month', '2026-12-01', '2026-12-01', '2026-12-10'],
		['end of the month', '2026-11-30', '2026-11-25', '2026-11-30'],
		['first week of July', '2027-07-01', '2027-07-01', '2027-07-07'],
		['within 30 days', '2026-12-22', '2026-11-22', '2026-12-22'],
		['within_30_days', '2026-12-22', '2026-11-22', '2026-12-22'],
		['1-2 months', '2026-12-22', '2026-12-22', '2027-01-22'],
		['30 to 60 days', '2026-12-22', '2026-12-22', '2027-01-21'],
		['next month', '2026-12-01', '2026-12-01', '2026-12-31'],
		['January', '2027-01-01', '2027-01-01', '2027-01-31'],
		['Jan 2027', '2027-01-01', '2027-01-01', '2027-01-31'],
		['in 2 weeks', '2026-12-06', '2026-12-03', '2026-12-09'],
		['between Jan 1 and Jan 15', '2027-01-01', '2027-01-01', '2027-01-15'],
		['next summer', '2027-06-01', '2027-06-01', '2027-08-31'],
		['a mediados de junio', '2027-06-15', '2027-06-10', '2027-06-20'],
		['1 de marzo', '2027-03-01', '2027-03-01', '2027-03-01'],
		['lo antes posible', '2026-11-22', '2026-11-22', '2026-11-29'],
		['tomorrow', '2026-11-23', '2026-11-23', '2026-11-23'],
	])('%j is %s (%s to %s)', (text, date, from, to) => {
		expect(readMoveIn(text, 'US', TODAY)).toEqual({ date, from, to });
	});

	it.each(['flexible', 'anytime', 'not sure yet', 'n/a', '', 'after my divorce', '2026-02-30', '1987-05-12', 'call me', '2 / 1.00'])(
		'%j tells no date',
		(text) => {
			expect(readMoveIn(text, 'US', TODAY)).toBeNull();
		},
	);

	it('does not guess which of two numbers is the month where that is not sure', () => {
		expect(readMoveIn('06/07/2027', 'CA', TODAY)).toBeNull();
		expect(readMoveIn('06/07/2027', 'US', TODAY)?.date).toBe('2027-06-07');
		expect(readMoveIn('2027-06-07', 'CA', TODAY)?.date).toBe('2027-06-07');
	});

	it.each(PHRASES.map(([saidOn, words, date, from, to]) => ({ saidOn, words, read: date === null ? null : { date, from, to } })))(
		'said on $saidOn, "$words"',
		({ saidOn, words, read }) => {
			expect(readMoveIn(words, 'US', saidOn)).toEqual(read);
		},
	);
});
