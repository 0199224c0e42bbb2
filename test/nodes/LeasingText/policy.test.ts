import type { INodeProperties } from 'n8n-workflow';

import { policyFrom, policyProperties } from '../../../nodes/LeasingText/policy';
import { policyFields } from '../../../nodes/LeasingText/policyFields';
import { defaultTextPolicy } from '../../../leasing/text/textPolicy';

/** A value that is not the default, by the field's name where its type does not tell one that it takes. */
const OTHER: Record<string, unknown> = { opens: '10:00', sundayOpens: '10:00', closes: '10:00', afterHours: 'person' };

function anotherValue({ name, type, default: byDefault }: INodeProperties): unknown {
	if (name in OTHER) return OTHER[name];
	if (type === 'number') return 3;
	if (type === 'boolean') return byDefault !== true;
	throw new Error(`Add a value of the field ${name} to OTHER: one that it takes and that is not its default.`);
}

const untouched = (_name: string, byDefault: unknown) => byDefault;

describe('the policy of the form', () => {
	it('is the default policy where nothing was changed', () => {
		expect(policyFrom(untouched, {})).toEqual(defaultTextPolicy);
		const shown = Object.fromEntries(policyProperties('options').map(({ name, default: byDefault }) => [name, byDefault]));
		expect(policyFrom(untouched, shown)).toEqual(defaultTextPolicy);
	});

	it.each<[string, string, unknown, object]>([
		['hours between two texts', 'repeatWindowHours', 2, { repeatWindowMs: 7_200_000 }],
		['minutes after the event', 'maxEventAgeMinutes', '30', { maxEventAgeMs: 1_800_000 }],
		['a choice for the night', 'afterHours', 'person', { afterHours: 'person' }],
	])('reads %s', (_what, field, value, expected) => {
		const form = (name: string, byDefault: unknown) => (name === field ? value : byDefault);
		expect(policyFrom(form, {})).toEqual({ ...defaultTextPolicy, ...expected });
	});

	it('reads the hours of weekdays, Sundays and of all days', () => {
		const { quietHours } = policyFrom(untouched, { opens: '8:30', sundayOpens: '13:00', closes: '18:00' });
		const weekday = { opens: '08:30', closes: '18:00' };
		expect(quietHours.days).toEqual([{ opens: '13:00', closes: '18:00' }, weekday, weekday, weekday, weekday, weekday, weekday]);
	});

	it.each<[string, Record<string, unknown>, string]>([
		['a time that is none', { opens: '9 am' }, 'Permitted From is "9 am", which is not a time of day.'],
		[
			'a day that ends before it begins',
			{ closes: '11:00' },
			'Permitted Until (11:00) is not later than Permitted From (09:00, Sundays 12:00).',
		],
		['no segment at all', { maxSegments: 0 }, 'Longest Text is "0".'],
	])('refuses %s by the name of its field', (_what, options, message) => expect(() => policyFrom(untouched, options)).toThrow(message));

	it('has a field for each setting, but how long a text is held', () => {
		const changed = new Set(
			policyFields.flatMap(({ property, read }) => {
				const policy = read(defaultTextPolicy, anotherValue(property), property.displayName);
				return Object.entries(policy).flatMap(([name, value]) =>
					JSON.stringify(value) === JSON.stringify(defaultTextPolicy[name as keyof typeof defaultTextPolicy]) ? [] : name,
				);
			}),
		);
		expect(Object.keys(defaultTextPolicy).filter((name) => !changed.has(name))).toEqual(['expiresAfterMs']);
	});
});
