/**
 * A date of a list as eight digits, year first: `1988-04-21`, `19880421`, `4/21/1988`, `21.04.1988`.
 * @param monthFirst how `4/5/1988` is meant; a number above 12 settles it either way
 * @returns null when it is no date
 */
export function readDay(text: string, monthFirst: boolean): string | null {
	const plain = text.trim().replace(/[T ]\d{1,2}:\d\d.*$/, '');
	const digits = /^\d{8}$/.exec(plain)?.[0];
	if (digits !== undefined) return digits;
	const yearFirst = /^(\d{4})\D(\d{1,2})\D(\d{1,2})$/.exec(plain);
	if (yearFirst !== null) return joined(yearFirst[1], yearFirst[2], yearFirst[3]);
	const yearLast = /^(\d{1,2})\D(\d{1,2})\D(\d{4})$/.exec(plain);
	if (yearLast === null) return null;
	const [, one = '', other = '', year] = yearLast;
	return (Number(one) <= 12 && monthFirst) || Number(other) > 12 ? joined(year, one, other) : joined(year, other, one);
}

function joined(year: string | undefined, month: string | undefined, day: string | undefined): string {
	return `${year ?? ''}${(month ?? '').padStart(2, '0')}${(day ?? '').padStart(2, '0')}`;
}
