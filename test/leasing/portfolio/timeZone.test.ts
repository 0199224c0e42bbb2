import { readTimeZone } from '../../../leasing/portfolio/timeZone';

describe('readTimeZone', () => {
	it.each([
		['America/Chicago', 'America/Chicago'],
		['america/chicago', 'America/Chicago'],
		['America/Indiana/Indianapolis', 'America/Indiana/Indianapolis'],
		['America/Port-au-Prince', 'America/Port-au-Prince'],
		['Asia/Kolkata', 'Asia/Kolkata'],
		['UTC', 'UTC'],
	])('accepts %s', (text, zone) => {
		expect(readTimeZone(text)).toEqual({ zone });
	});

	it.each([
		['Eastern Time', 'America/New_York'],
		['Central', 'America/Chicago'],
		['EST', 'America/New_York'],
		['mountain standard time', 'America/Denver'],
		['Etc/GMT+5', null],
		['America/Chicagoo', null],
		['+05:00', null],
		['', null],
	])('refuses %j and suggests %j', (text, suggestion) => {
		expect(readTimeZone(text)).toEqual({ zone: null, suggestion });
	});
});
