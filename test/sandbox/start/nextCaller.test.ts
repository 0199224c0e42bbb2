import { parsePhone } from '../../../leasing/phone/parsePhone';
import { LINES, STAFF } from '../../../sandbox/start/company';
import { nextCaller } from '../../../sandbox/start/nextCaller';

test('two thousand callers in a row are different people with textable example numbers', () => {
	const callers = Array.from({ length: 2000 }, (_, earlier) => nextCaller(earlier));
	expect(new Set(callers).size).toBe(2000);
	const known = { own: new Set(LINES.map(({ phone }) => phone)), staff: new Set(STAFF.map(({ phone }) => phone)) };
	for (const caller of callers) {
		expect(caller).toMatch(/^\+1\d{3}55501\d{2}$/);
		expect(parsePhone(caller, { country: 'US', known })).toMatchObject({ e164: caller, contactClass: 'personal', isIdentity: true });
	}
	expect(nextCaller(2000)).toBe(callers[0]);
});
