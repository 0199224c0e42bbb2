import type { LeadSearch } from '../port/leads';
import { andEquals, anywhere } from '../sql/columns';
import type { Param } from '../sql/executor';
import { COLUMNS, digitsOf, fold } from './leadRow';

/** A text made of these alone is a phone number, or part of one, in whatever way it is written. */
const PHONE_LIKE = /^[\d\s()+./-]+$/;
/** Fewer digits are in nearly every number. */
const FEWEST_DIGITS = 3;

/** The statement behind `leads.search`: newest first. Looks through one portfolio's leads; not for hot paths. */
export function searchStatement(query: LeadSearch): [text: string, params: Param[]] {
	const params: Param[] = [query.portfolio, query.limit];
	const filters = andEquals({ status: query.status, owner: query.owner, property_key: query.propertyKey }, params);
	const text = matchText(query.text?.trim() ?? '', params);
	return [
		`SELECT ${COLUMNS} FROM leads WHERE portfolio = $1 AND merged_into IS NULL${filters}${text} ORDER BY created_at DESC, id DESC LIMIT $2`,
		params,
	];
}

/** Also looks at identities: a lead may be known under more phones and addresses than the one it shows. */
function matchText(text: string, params: Param[]): string {
	if (text === '') return '';
	const like = (column: string, value: string) => {
		params.push(anywhere(value));
		return `${column} LIKE $${params.length} ESCAPE '\\'`;
	};
	const matches = [like('search_text', fold(text))];
	let identity = like('value', fold(text));

	const digits = digitsOf(text);
	if (PHONE_LIKE.test(text) && digits.length >= FEWEST_DIGITS) {
		matches.push(like('search_digits', digits));
		identity += ` OR ${like('value', digits)}`;
	}
	matches.push(
		`id IN (SELECT COALESCE(holder.merged_into, holder.id) FROM identities JOIN leads holder ON holder.id = identities.lead_id
			WHERE identities.portfolio = $1 AND kind IN ('phone', 'email') AND (${identity}))`,
	);
	return ` AND (${matches.join(' OR ')})`;
}
