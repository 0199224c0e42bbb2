import { readDate, readTimeOfDay } from '../../../leasing/portfolio/readHours';
import { readWeekdays } from '../../../leasing/portfolio/weekdays';

describe('readTimeOfDay', () => {
	it.each([
		['9', '09:00'],
		['9:00', '09:00'],
		['09:00:00', '09:00'],
		['9am', '09:00'],
		['9 a.m.', '09:00'],
		['5:30 PM', '17:30'],
		['12am', '00:00'],
		['12pm', '12:00'],
		['17.30', '17:30'],
		['23:59', '23:59'],
	])('reads %j as %s', (text, time) => {
		expect(readTimeOfDay(text)).toBe(time);
	});

	it.each(['', '24:00', '9:75', '13pm', '0am', 'nine', '9:5', '-1', '9m'])('does not read %j', (text) => {
		expect(readTimeOfDay(text)).toBeNull();
	});
});

describe('readWeekdays', () => {
	it.each<[string, number[]]>([
		['Monday', [1]],
		['mon', [1]],
		['Tues', [2]],
		['Mondays', [1]],
		['0', [0]],
		['Mon-Fri', [1, 2, 3, 4, 5]],
		['Monday to Friday', [1, 2, 3, 4, 5]],
		['Fri – Mon', [5, 6, 0, 1]],
		['Sat, Sun', [6, 0]],
		['Sat and Sun', [6, 0]],
		['weekdays', [1, 2, 3, 4, 5]],
		['every day', [0, 1, 2, 3, 4, 5, 6]],
	])('reads %j', (text, days) => {
		expect(readWeekdays(text)).toEqual(days);
	});

	it.each(['', '7', 'M', 'Someday', 'Mon-', 'Mon-Tue-Wed', 'Mon, Foo'])('does not read %j', (text) => {
		expect(readWeekdays(text)).toBeNull();
	});
});

describe('readDate', () => {
	it.each([
		['2026-12-25', 'US', '2026-12-25'],
		['2026-1-5', 'US', '2026-01-05'],
		['12/25/2026', 'US', '2026-12-25'],
		['2024-02-29', 'CA', '2024-02-29'],
		['12/25/2026', 'GB', null],
		['2026-02-29', 'US', null],
		['2026-13-01', 'US', null],
		['Christmas', 'US', null],
	])('reads %j in %s as %j', (text, country, date) => {
		expect(readDate(text, country)).toBe(date);
	});
});
