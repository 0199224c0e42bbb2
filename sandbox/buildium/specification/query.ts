import type { Operation, Parameter } from './load';

const LARGEST_LIMIT = 1000;
const DATE_SHAPES: Array<{ said: RegExp; shape: RegExp }> = [
	{ said: /YYYY-MM-DDTHH:MM:SSZ/, shape: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/ },
	{ said: /YYYY-MM-DD HH:MM:SS/, shape: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/ },
	{ said: /YYYY-MM-DD/, shape: /^\d{4}-\d\d-\d\d$/ },
];

/** What is wrong with a query; empty when nothing is. */
export function queryViolations({ parameters }: Operation, query: Array<[string, string]>): string[] {
	const known = new Map(parameters.filter((parameter) => parameter.in === 'query').map((parameter) => [parameter.name, parameter]));
	const given = new Set(query.map(([name]) => name));
	const wrong = [...known.values()]
		.filter(({ name, required }) => required === true && !given.has(name))
		.map(({ name }) => `${name} is required`);
	for (const name of given) {
		const parameter = known.get(name);
		const values = query.filter(([other]) => other === name).map(([, value]) => value);
		if (parameter === undefined) wrong.push(`there is no parameter ${name}`);
		else wrong.push(...valueViolations(parameter, values));
	}
	return wrong;
}

function valueViolations({ name, schema, description = '' }: Parameter, values: string[]): string[] {
	const isArray = schema['type'] === 'array';
	const item = isArray ? asSchema(schema['items']) : schema;
	const wrong = values.filter((value) => !fits(item, value, description)).map((value) => `${name} cannot be "${value}"`);
	if (!isArray && values.length > 1) wrong.push(`${name} is given ${values.length} times`);
	if (name === 'limit' && values.some((value) => Number(value) < 1 || Number(value) > LARGEST_LIMIT))
		wrong.push(`limit must be 1 to ${LARGEST_LIMIT}`);
	return wrong;
}

function fits(
	{ type, format, enum: words }: { type?: unknown; format?: unknown; enum?: unknown },
	value: string,
	description: string,
): boolean {
	if (Array.isArray(words)) return words.includes(value);
	if (type === 'integer') return /^-?\d{1,10}$/.test(value);
	if (type === 'number') return value.trim() !== '' && Number.isFinite(Number(value));
	if (type === 'boolean') return value === 'true' || value === 'false';
	if (format === 'date' || format === 'date-time') return dateShape(format, description).test(value);
	return true;
}

/** The description is more exact than the format: filters differ in what they take. */
function dateShape(format: 'date' | 'date-time', description: string): RegExp {
	const said = DATE_SHAPES.find((shape) => shape.said.test(description));
	if (said !== undefined) return said.shape;
	return format === 'date' ? /^\d{4}-\d\d-\d\d$/ : /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?$/;
}

function asSchema(value: unknown): Record<string, unknown> {
	return typeof value === 'object' && value !== null ? { ...value } : {};
}
