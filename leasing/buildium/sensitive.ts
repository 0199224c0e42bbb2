/** Fields that no leasing workflow needs and that nobody wants in an execution log, wherever in a record they stand. */
const SENSITIVE_FIELDS: ReadonlySet<string> = new Set(['TaxId', 'TaxInformation', 'TaxPayerId', 'DateOfBirth']);

/** Answers of a rental application, by what Buildium says about the question ... */
const SENSITIVE_CATEGORY = /SocialSecurityNumber|BirthDate|DriversLicense/;
const SENSITIVE_TYPE = /^(SocialSecurityNumber|DriversLicense)/;
/** ... and by the company's own wording, since a question of their own has no category. */
const SENSITIVE_LABEL =
	/social security|\bssn\b|\bitin\b|tax(payer)? id|birth|\bdob\b|driver|passport|\bbank\b|routing|account number|credit card|visa number/i;
const LOOKS_LIKE_SSN = /^\s*\d{3}-\d{2}-\d{4}\s*$/;

/** Stands where an answer was. */
export const LEFT_OUT = '(left out)';

/** A copy of a record, or of a list of them, without tax ids, birth dates, and sensitive answers of applications. */
export function withoutSensitive(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutSensitive);
	if (typeof value !== 'object' || value === null) return value;
	const kept = Object.entries(value).filter(([name]) => !SENSITIVE_FIELDS.has(name));
	const copy = Object.fromEntries(kept.map(([name, inner]) => [name, withoutSensitive(inner)]));
	return isSensitiveAnswer(copy) ? { ...copy, Value: LEFT_OUT } : copy;
}

function isSensitiveAnswer({ FieldCategoryType, FieldType, FieldLabel, Value }: Record<string, unknown>): boolean {
	if (typeof Value !== 'string' || Value === '' || FieldLabel === undefined) return false;
	return (
		SENSITIVE_CATEGORY.test(String(FieldCategoryType ?? '')) ||
		SENSITIVE_TYPE.test(String(FieldType ?? '')) ||
		SENSITIVE_LABEL.test(String(FieldLabel ?? '')) ||
		LOOKS_LIKE_SSN.test(Value)
	);
}
