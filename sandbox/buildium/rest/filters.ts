import { unusable } from '../refusal';
import { checkRange, readDate, type DateFormat } from './dates';
import type { Account } from '../account';
import type { Row } from '../data/table';

export type Test<T> = (row: Row<T>) => boolean;

export interface Question {
	name: string;
	account: Account;
	/** The whole query: what `entityid` means stands in `entitytype`. */
	query: URLSearchParams;
}

/** One documented filter of a list. @throws Refusal 422 for values that it cannot read */
export type Filter<T> = (values: string[], question: Question) => Test<T>;

/** A pair of filters such as `lastupdatedfrom` and `lastupdatedto`. */
export interface Range<T> {
	from: string;
	to: string;
	format: DateFormat;
	/** Ms since 1970, or a date; null when the record has none. */
	read(row: Row<T>): number | string | null;
}

export interface Filters<T> {
	fields: Record<string, Filter<T>>;
	ranges: Array<Range<T>>;
	/** Filters that count only together: the first needs the second. */
	pairs?: Array<[needs: string, needed: string]>;
}

type Read<T, V> = (row: Row<T>, account: Account, query: URLSearchParams) => V;

/** "Contains", whatever the case. */
export function contains<T>(read: Read<T, Array<string | null>>): Filter<T> {
	return ([wanted = ''], { account, query }) => {
		const part = wanted.toLowerCase();
		return (row) => read(row, account, query).some((text) => text?.toLowerCase().includes(part) === true);
	};
}

/** Contains, over the number as stored or over its digits: the stand-in can do either. */
export function containsPhone<T>(read: Read<T, Array<string | null>>): Filter<T> {
	const digits = (text: string): string => text.replace(/\D/g, '');
	return ([wanted = ''], { account, query }) => {
		const numbers = (row: Row<T>) => read(row, account, query);
		if (account.habits.phoneFilter === 'stored') return (row) => numbers(row).some((phone) => phone?.includes(wanted) === true);
		return (row) => numbers(row).some((phone) => phone !== null && digits(phone).includes(digits(wanted)));
	};
}

/** One of some words; the parameter may be repeated. */
export function oneOf<T>(allowed: string[], read: Read<T, string[]>): Filter<T> {
	return (values, { name, account, query }) => {
		for (const value of values) {
			if (!allowed.includes(value)) throw unusable(name, `The value '${value}' is not valid.`);
		}
		return (row) => read(row, account, query).some((own) => values.includes(own));
	};
}

/** One of some ids; the parameter may be repeated. */
export function idIn<T>(read: Read<T, Array<number | null>>): Filter<T> {
	return (values, { name, account, query }) => {
		const wanted = values.map((value) => {
			if (!/^\d{1,10}$/.test(value)) throw unusable(name, `The value '${value}' is not valid.`);
			return Number(value);
		});
		return (row) => read(row, account, query).some((own) => own !== null && wanted.includes(own));
	};
}

/** Both words of a yes-no field; Buildium spells the second in two ways. */
export function active<T>(no: 'Inactive' | 'InActive', read: Read<T, boolean>): Filter<T> {
	return oneOf(['Active', no], (row, account, query) => [read(row, account, query) ? 'Active' : no]);
}

/** Compares with a number. */
export function number<T>(read: Read<T, number | null>, fits: (own: number, asked: number) => boolean): Filter<T> {
	return ([value = ''], { name, account, query }) => {
		if (value.trim() === '' || Number.isNaN(Number(value))) throw unusable(name, `The value '${value}' is not valid.`);
		return (row) => {
			const own = read(row, account, query);
			return own !== null && fits(own, Number(value));
		};
	};
}

/** `lastupdatedfrom` and `lastupdatedto`. */
export function updated<T>(format: DateFormat): Range<T> {
	return { from: 'lastupdatedfrom', to: 'lastupdatedto', format, read: (row) => row.updatedAt };
}

/** The tests that a query asks for. Names that the list does not know are ignored without a word, as Buildium does. */
export function testsOf<T>(query: URLSearchParams, { fields, ranges, pairs = [] }: Filters<T>, account: Account): Array<Test<T>> {
	for (const [needs, needed] of pairs) {
		if (query.has(needs) && !query.has(needed)) throw unusable(needed, `${needed} is required when ${needs} is used.`);
	}
	const tests = Object.entries(fields)
		.filter(([name]) => query.has(name))
		.map(([name, filter]) => filter(query.getAll(name), { name, account, query }));
	for (const range of ranges) {
		const [from, to] = [query.get(range.from), query.get(range.to)];
		if (from === null && to === null) continue;
		const least = from === null ? null : readDate(range.from, from, range.format, false);
		const most = to === null ? null : readDate(range.to, to, range.format, true);
		checkRange(range.from, least, most ?? (account.habits.openRangeCounts ? account.now() : null));
		tests.push((row) => {
			const value = range.read(row);
			if (value === null) return false;
			const time = typeof value === 'number' ? value : Date.parse(value);
			return (least === null || time >= least) && (most === null || time <= most);
		});
	}
	return tests;
}
