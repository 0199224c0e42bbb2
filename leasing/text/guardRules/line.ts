import { forPerson, rule, type GuardRule } from '../guardRule';

/** Line types of a carrier look-up that take no texts, lower-case. Unknown ones are tried; the delivery report tells. */
const NOT_TEXTABLE: Readonly<Record<string, string>> = {
	tollfree: 'toll-free',
	premium: 'premium-rate',
	sharedcost: 'shared-cost',
	uan: 'a company number',
	voicemail: 'a voicemail box',
	pager: 'a pager',
};

/** Grounds in the person's kind of line and in the line that sends. */
export const lineRules: readonly GuardRule[] = [
	rule({
		code: 'landline',
		needs: ['lineType'],
		checked: ({ facts }) => (facts.lineType === null ? 'line type not looked up' : `line type ${facts.lineType}`),
		judge: ({ request, facts: { lineType } }) =>
			lineType?.toLowerCase() === 'landline' || (lineType === null && request.to?.textable === 'no')
				? forPerson('The number is a landline, which takes no texts; call instead.')
				: null,
	}),
	rule({
		code: 'line_type',
		needs: ['lineType'],
		judge({ facts, policy }) {
			const line = facts.lineType?.toLowerCase() ?? '';
			const kind = Object.hasOwn(NOT_TEXTABLE, line) ? NOT_TEXTABLE[line] : undefined;
			if (kind !== undefined) return forPerson(`The phone company lists the number as ${kind}, which takes no texts; call instead.`);
			return line === 'fixedvoip' && !policy.textFixedVoip
				? forPerson('The number belongs to an office phone system, and texting those is switched off; call instead.')
				: null;
		},
	}),
	rule({
		code: 'line_not_textable',
		needs: ['lineTextable'],
		judge: ({ facts }) =>
			facts.lineTextable ? null : forPerson("The company's line cannot send texts; choose a line with SMS in the portfolio."),
	}),
];
