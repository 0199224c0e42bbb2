import { LONGEST_RANGE_DAYS, timeFilter } from '../../../leasing/buildium/dates';
import type { Query, QueryValue } from '../../../leasing/buildium/query';
import { DAY, type Millis } from '../../../leasing/time';
import { UserMistake } from '../../../leasing/userMistake';
import type { BuildiumCall } from '../call';
import type { BuildiumRecord } from '../transport';
import type { Filter } from './filters';
import { asDay, asId, asIds, asInstant, asText, collectionOf } from './read';

export interface ReadFilters {
	query: Query;
	/** What Buildium cannot tell apart, told apart here; null when there is nothing of the kind. */
	keep: ((record: BuildiumRecord) => boolean) | null;
}

interface Part {
	query: Record<string, QueryValue>;
	keep?: (record: BuildiumRecord) => boolean;
}

/** The filters that a user set, as Buildium wants them. */
export function readFilters(call: BuildiumCall, filters: readonly Filter[]): ReadFilters {
	const given = collectionOf(call, 'filters');
	const parts = filters.filter(({ param }) => given[param] !== undefined).map((filter) => readOne(call, filter, given[filter.param]));
	checkRange(call, filters, given);
	checkTogether(filters, parts);
	const keeps = parts.flatMap(({ keep }) => keep ?? []);
	return {
		query: Object.assign({}, ...parts.map(({ query }) => query)) as Query,
		keep: keeps.length === 0 ? null : (record) => keeps.every((keep) => keep(record)),
	};
}

function readOne(call: BuildiumCall, filter: Filter, value: unknown): Part {
	const { param, label } = filter;
	switch (filter.kind) {
		case 'text':
			return { query: { [param]: asText(value) } };
		case 'number':
			return { query: { [param]: asNumber(value, label) } };
		case 'boolean':
			return { query: { [param]: value === true || value === 'true' } };
		case 'id':
			return { query: { [param]: asId(value, label) } };
		case 'ids':
			return { query: { [param]: asIds(value, label) } };
		case 'choice':
			return { query: { [param]: oneOf(asText(value), filter.values, label) } };
		case 'choices':
			return {
				query: {
					[param]: [value]
						.flat()
						.map((one) => oneOf(asText(one), filter.values, label))
						.filter(Boolean),
				},
			};
		case 'picker': {
			const id = asId(value, label);
			return { query: id === null ? {} : { [filter.sendAs ?? param]: id, ...filter.needs } };
		}
		case 'day':
			return { query: { [param]: asDay(value, label) } };
		case 'from':
		case 'to': {
			const at = asInstant(call, value, label);
			return at === null ? { query: {} } : pointInTime(filter, at);
		}
	}
}

function pointInTime({ param, kind, format, field }: Extract<Filter, { kind: 'from' | 'to' }>, at: Millis): Part {
	if (format !== 'day' || field === undefined) return { query: { [param]: timeFilter(at, format) } };
	// Which zone Buildium's days are in is not documented: ask for a day more, and compare the times ourselves.
	const asked = kind === 'from' ? at - DAY : at + DAY;
	return {
		query: { [param]: timeFilter(asked, 'day') },
		keep: (record) => {
			const time = Date.parse(String(record[field]));
			return Number.isNaN(time) || (kind === 'from' ? time >= at : time <= at);
		},
	};
}

/** Buildium refuses more than a year; said here, because its own message does not name the filter. */
function checkRange(call: BuildiumCall, filters: readonly Filter[], given: Record<string, unknown>): void {
	for (const from of filters.filter(({ kind, param }) => kind === 'from' || param === 'duedatefrom')) {
		const to = filters.find(({ param }) => param !== from.param && param === from.param.replace('from', 'to').replace('start', 'end'));
		const begin = asInstant(call, given[from.param], from.label);
		const end = to ? asInstant(call, given[to.param], to.label) : null;
		if (to && begin !== null && end !== null && end - begin > LONGEST_RANGE_DAYS * DAY) {
			throw new UserMistake(
				`From ${from.label} to ${to.label} is more than ${LONGEST_RANGE_DAYS} days, and Buildium refuses that.`,
				'Ask for a year at most, several times if need be.',
			);
		}
	}
}

/** Two fields that go under one name exclude each other; and an ID without its kind of record is ignored by Buildium. */
function checkTogether(filters: readonly Filter[], parts: readonly Part[]): void {
	const names = parts.flatMap(({ query }) => Object.keys(query));
	const twice = names.find((name, at) => names.indexOf(name) !== at);
	if (twice !== undefined) {
		const labels = filters.filter(({ param, sendAs }) => param === twice || sendAs === twice).map(({ label }) => label);
		throw new UserMistake(
			`${labels.join(' and ')} cannot be combined: Buildium filters by one of them.`,
			'Remove one of the two filters.',
		);
	}
	const alone = filters.find((filter) => filter.with !== undefined && names.includes(filter.param) && !names.includes(filter.with));
	if (alone) {
		const other = filters.find(({ param }) => param === alone.with)?.label ?? '';
		throw new UserMistake(
			`${alone.label} is set, but not ${other}: Buildium would give everything.`,
			`Add the filter ${other}, which says what kind of record the ID belongs to.`,
		);
	}
}

function asNumber(value: unknown, label: string): number | null {
	const text = asText(value);
	if (text === '') return null;
	const number = Number(text);
	if (Number.isFinite(number)) return number;
	throw new UserMistake(`${label} is "${text}", which is no number.`, `Enter a number as ${label}.`);
}

function oneOf(value: string, values: readonly string[], label: string): string {
	if (value === '' || values.includes(value)) return value;
	throw new UserMistake(`${label} has no choice "${value}".`, `It is one of: ${values.join(', ')}.`);
}
