import { recordsOfInquiry, widened } from '../../../leasing/match/inquiryRecords';
import { isNameless, ownKeys, belongsByNumber } from '../../../leasing/match/nameless';
import { ALL_FIELDS } from '../../../leasing/match/matchFields';
import { prepareRecord } from '../../../leasing/match/prepare';
import { emptyRecord, type MatchRecord } from '../../../leasing/match/record';
import { DAY } from '../../../leasing/time';
import { inquiry } from './exampleInquiry';

describe('the records of an inquiry', () => {
	it('are one for each person, with what may identify them', () => {
		const [kate, lou] = recordsOfInquiry(
			inquiry([
				{ name: 'Kate Mills', phones: ['512 555 0123', '555-555-5555'], emails: ['kate@example.com', 'abc@convo.zillow.com'] },
				{ name: 'Lou Mills' },
			]),
		);
		expect(kate).toMatchObject({
			firstName: 'Kate',
			phones: [{ value: '+15125550123', contactClass: 'personal' }],
			emails: [{ contactClass: 'personal' }, { value: 'abc@convo.zillow.com', contactClass: 'relay' }],
			property: 'maple-court',
			street: null,
		});
		expect(kate?.together).not.toBeNull();
		expect(lou?.together).toBe(kate?.together);
		expect(recordsOfInquiry(inquiry([{ name: 'Kate Mills' }]))[0]?.together).toBeNull();
	});

	it("leave out what an item says is nobody's, whatever its class", () => {
		const edited = inquiry([{ phones: ['512 555 0123'], emails: ['kate@example.com'] }]);
		const people = edited.people.map((person) => ({
			...person,
			phones: person.phones.map((phone) => ({ ...phone, isIdentity: false })),
			emails: person.emails.map((email) => ({ ...email, isIdentity: false })),
		}));
		expect(recordsOfInquiry({ ...edited, people })).toMatchObject([{ phones: [], emails: [] }]);
	});

	it('seen twice span both times', () => {
		const record = { ...emptyRecord('a'), firstSeen: 5, lastSeen: 7 };
		expect(widened(record, { firstSeen: 1, lastSeen: 6 })).toMatchObject({ firstSeen: 1, lastSeen: 7 });
		expect(widened(record, { firstSeen: null, lastSeen: 9 })).toMatchObject({ firstSeen: 5, lastSeen: 9 });
		expect(widened({ ...record, firstSeen: null }, { firstSeen: 3, lastSeen: 3 })).toMatchObject({ firstSeen: 3, lastSeen: 7 });
	});
});

describe('a contact without a name', () => {
	const made = (id: string, change: Partial<MatchRecord> = {}) =>
		prepareRecord({ ...emptyRecord(id), phones: [{ value: '+15125550123', contactClass: 'personal' }], ...change });
	const call = made('call');
	const ana = made('ana', { firstName: 'Ana', lastName: 'Ruiz' });
	const luis = made('luis', { firstName: 'Luis', lastName: 'Ruiz' });
	const belongs = (one = call, other = ana, users = [call, ana], apart = false, fields = ALL_FIELDS) =>
		belongsByNumber(
			one,
			other,
			() => users,
			() => apart,
			fields,
		);

	it('belongs to the only user of its number', () => {
		expect(isNameless(call)).toBe(true);
		expect(isNameless(ana)).toBe(false);
		expect(ownKeys(call)).toEqual(['phone:+15125550123']);
		expect(belongs()).toBe(true);
		expect(belongs(ana, call)).toBe(true);
	});

	it.each<[string, () => boolean]>([
		['both have a name', () => belongs(ana, luis)],
		['two people use the number', () => belongs(call, ana, [call, ana, luis])],
		[
			'nobody can count its users',
			() =>
				belongsByNumber(
					call,
					ana,
					() => null,
					() => false,
					ALL_FIELDS,
				),
		],
		['a person said that two of its users are two renters', () => belongs(call, ana, [call, ana], true)],
		['the phone may not decide', () => belongs(call, ana, [call, ana], false, new Set(['email'] as const))],
		['they share nothing', () => belongs(made('x', { phones: [] }), ana)],
		['one inquiry named both', () => belongs(made('x', { together: 'i' }), made('y', { together: 'i', firstName: 'Ana' }))],
		[
			'years lie between',
			() =>
				belongs(
					made('x', { firstSeen: 0, lastSeen: 0 }),
					made('y', { firstName: 'Ana', firstSeen: 1_000 * DAY, lastSeen: 1_000 * DAY }),
				),
		],
		[
			'their birth dates differ',
			() => belongs(made('x', { birthDate: '1990-01-02' }), made('y', { firstName: 'Ana', birthDate: '1971-05-06' })),
		],
	])('does not when %s', (_case, result) => expect(result()).toBe(false));
});
