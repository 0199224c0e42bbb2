import { identitiesOf } from '../../../leasing/match/identities';
import { inquiry, type ExamplePerson } from './exampleInquiry';

describe('identitiesOf', () => {
	it.each<[string, ExamplePerson[], string[]]>([
		['a personal phone', [{ phones: ['(512) 555-0123'] }], ['phone +15125550123']],
		[
			'phone and e-mail',
			[{ phones: ['+15125550123'], emails: ['Ana.Ruiz@gmail.com'] }],
			['phone +15125550123', 'email ana.ruiz@gmail.com'],
		],
		['each value once', [{ phones: ['512-555-0123', '+15125550123'] }, { phones: ['+15125550123'] }], ['phone +15125550123']],
		[
			'those of a couple',
			[{ emails: ['ana@gmail.com'] }, { emails: ['luis@gmail.com'] }],
			['email ana@gmail.com', 'email luis@gmail.com'],
		],
	])('finds %s', (_name, people, expected) => {
		const { identities, refused } = identitiesOf(inquiry(people));
		expect(identities.map((identity) => `${identity.kind} ${identity.value}`)).toEqual(expected);
		expect(refused).toEqual([]);
	});

	it.each<[string, ExamplePerson, string]>([
		['a hidden number', { phones: ['anonymous'] }, 'phone_withheld'],
		['a hidden number in digits', { phones: ['+266696687'] }, 'phone_withheld'],
		['a line of the company', { phones: ['+15125550100'] }, 'phone_own'],
		['a tracking number', { phones: ['+15125550160'] }, 'phone_own'],
		['a member of staff', { phones: ['+15125550150'] }, 'phone_staff'],
		['a toll-free number', { phones: ['+18005550123'] }, 'phone_toll_free'],
		['filler', { phones: ['9999999999'] }, 'phone_placeholder'],
		['a short code', { phones: ['12345'] }, 'phone_short_code'],
		['no number at all', { phones: ['call me'] }, 'phone_invalid'],
		['an office mailbox', { emails: ['info@broker.example.net'] }, 'email_role'],
		['a relay address', { emails: ['a1b2c3@convo.zillow.com'] }, 'email_relay'],
		['a robot', { emails: ['no-reply@apartments.com'] }, 'email_system'],
		["the company's own mailbox", { emails: ['dana@acme.example.com'] }, 'email_own'],
		['filler mail', { emails: ['none@none.com'] }, 'email_placeholder'],
		['no address at all', { emails: ['ana at home'] }, 'email_invalid'],
	])('refuses %s and says why', (_name, who, code) => {
		const { identities, refused } = identitiesOf(inquiry([who]));
		expect(identities).toEqual([]);
		expect(refused.map((why) => why.code)).toEqual([code]);
		expect(refused[0]?.sentence).toMatch(/does not tell who the renter is\.$/);
	});

	it('does not trust an item in which only the flag was changed', () => {
		const edited = inquiry([{ phones: ['+18005550123'] }]);
		const phone = edited.people[0]?.phones[0];
		if (phone) phone.isIdentity = true;
		expect(identitiesOf(edited).identities).toEqual([]);
	});

	it('obeys a flag that forbids', () => {
		const edited = inquiry([{ phones: ['+15125550123'] }]);
		const phone = edited.people[0]?.phones[0];
		if (phone) phone.isIdentity = false;
		expect(identitiesOf(edited)).toMatchObject({ identities: [], refused: [{ code: 'phone_personal' }] });
	});
});
