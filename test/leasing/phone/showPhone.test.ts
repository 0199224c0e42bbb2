import { formatPhone } from '../../../leasing/phone/formatPhone';
import { maskPhone } from '../../../leasing/phone/maskPhone';

it.each([
	['+15125550123', '+1512***0123'],
	['15125550123', '1512***0123'],
	['+447911123456', '+4479***3456'],
	['(512) 555-0123 x', '***'],
	['anonymous', '***'],
	['24365', '***'],
	['', '***'],
	[null, '***'],
])('maskPhone(%p) is %s', (phone, masked) => {
	expect(maskPhone(phone)).toBe(masked);
});

it.each([
	['+15125550123', 'US', '(512) 555-0123'],
	['+14165550123', 'US', '(416) 555-0123'],
	['+12655550123', 'CA', '(265) 555-0123'],
	['+442079460123', 'US', '+44 20 7946 0123'],
	['+442079460123', 'GB', '020 7946 0123'],
	['+15125550123', 'GB', '+1 512 555 0123'],
	['anonymous', 'US', 'anonymous'],
])('formatPhone(%s, %s) is %s', (phone, country, shown) => {
	expect(formatPhone(phone, country)).toBe(shown);
});
