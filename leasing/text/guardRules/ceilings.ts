import { forPerson, rule, type GuardRule } from '../guardRule';

/** The one ground of which a person is told once an hour, however many texts meet it. */
export const CEILING_REACHED = 'too_many_strangers';

/** Ceilings against whoever types other people's numbers into a form, so that our line texts them. */
export const ceilingRules: readonly GuardRule[] = [
	rule({
		code: CEILING_REACHED,
		needs: ['toStrangers'],
		judge({ facts: { toStrangers }, policy }) {
			if (toStrangers === null) return null;
			const { ofLine, ofPortfolio } = toStrangers;
			const [count, whose] =
				ofLine >= policy.strangersPerLineHour
					? [ofLine, 'from this line']
					: ofPortfolio >= policy.strangersPerPortfolioHour
						? [ofPortfolio, 'from all lines']
						: [null, ''];
			return count === null
				? null
				: forPerson(
						`In the last hour ${count} texts went ${whose} to numbers that never called or wrote, which is the ceiling. If that is real demand, raise it in Leasing Text; if not, somebody fills in a form with other people's numbers. Call instead.`,
					);
		},
	}),
];
