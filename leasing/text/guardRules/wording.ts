import { carrierWordProblems } from '../carrierWords';
import { forPerson, rule, type GuardRule } from '../guardRule';
import { countSegments } from '../segments';

/** Grounds in the words. */
export const wordingRules: readonly GuardRule[] = [
	rule({
		code: 'empty_body',
		needs: [],
		judge: ({ request }) => (request.body.trim() === '' ? forPerson('The text is empty; write a message in the node.') : null),
	}),
	rule({
		code: 'body_too_long',
		needs: [],
		checked({ request }) {
			const { segments } = countSegments(request.body);
			return `wording (${segments} ${segments === 1 ? 'segment' : 'segments'})`;
		},
		judge({ request, policy }) {
			const { segments, units, encoding, firstNonGsm } = countSegments(request.body);
			if (!(segments > policy.maxSegments)) return null;
			const why = encoding === 'UCS-2' ? `, because "${firstNonGsm ?? ''}" halves the room of a segment` : '';
			return forPerson(
				`The text needs ${segments} segments (${units} characters${why}); at most ${policy.maxSegments} are allowed. Shorten it.`,
			);
		},
	}),
	rule({
		code: 'carrier_words',
		needs: [],
		judge({ request }) {
			const words = carrierWordProblems(request.body);
			return words.length === 0 ? null : forPerson('The wording would be swallowed or blocked on its way; change it.', ...words);
		},
	}),
];
