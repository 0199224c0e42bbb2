import type { INodeProperties } from 'n8n-workflow';

import { defaultTextPolicy, type TextPolicy } from '../../leasing/text/textPolicy';
import { UserMistake } from '../../leasing/userMistake';
import { policyFields, type PolicyField } from './policyFields';

/** The guard's settings that stand at one place of the form. */
export function policyProperties(at: PolicyField['at']): INodeProperties[] {
	return policyFields.filter((field) => field.at === at).map(({ property }) => property);
}

/**
 * Reads the policy from the form.
 * @param parameter gives a field of the form itself, or what it is by default
 * @throws UserMistake naming the field, what was found and what to enter
 */
export function policyFrom(
	parameter: (name: string, byDefault: INodeProperties['default']) => unknown,
	options: Record<string, unknown>,
): TextPolicy {
	let policy = defaultTextPolicy;
	for (const { at, property, read } of policyFields) {
		const { name, displayName, default: byDefault } = property;
		const value = at === 'form' ? parameter(name, byDefault) : (options[name] ?? byDefault);
		// `No Second Text For (Hours)` complains as `No Second Text For`.
		policy = read(policy, value, displayName.replace(/ \(.*\)$/, ''));
	}
	checkHours(policy);
	return policy;
}

function checkHours({ quietHours: { days } }: TextPolicy): void {
	const [sunday, weekday] = days;
	if (!sunday || !weekday) return;
	const { opens, closes } = weekday;
	if (closes > opens && closes > sunday.opens) return;
	throw new UserMistake(
		`Permitted Until (${closes}) is not later than Permitted From (${opens}, Sundays ${sunday.opens}).`,
		'Correct one of these options.',
	);
}
