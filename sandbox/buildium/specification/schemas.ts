import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import type { Schema } from './load';

const LARGEST_INT32 = 2 ** 31 - 1;
const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

// JavaScript takes February 30 for March 2.
const isRealDate = (value: string): boolean => DATE.test(value) && new Date(value).toISOString().startsWith(value);

/** Formats that the document uses; JSON Schema leaves them to the reader. */
const FORMATS = {
	date: { type: 'string', validate: isRealDate },
	'date-time': { type: 'string', validate: (value: string) => DATE_TIME.test(value) && !Number.isNaN(Date.parse(value)) },
	int32: { type: 'number', validate: (value: number) => Number.isInteger(value) && Math.abs(value) <= LARGEST_INT32 },
	int64: { type: 'number', validate: Number.isInteger },
	double: { type: 'number', validate: Number.isFinite },
} as const;

const ROOT = 'components';

/** Checks values against the schemas of an OpenAPI 3.0 document. */
export class Schemas {
	private readonly ajv = new Ajv({ allErrors: true, strict: false, formats: FORMATS });
	private readonly compiled = new Map<Schema, ValidateFunction>();

	constructor(schemas: Record<string, Schema>) {
		const converted = Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, toJsonSchema(schema)]));
		this.ajv.addSchema({ $id: ROOT, components: { schemas: converted } });
	}

	/** @returns what is wrong, as `ContactDetail/FirstName must be string`; empty when nothing is */
	check(schema: Schema, value: unknown): string[] {
		const known = this.compiled.get(schema);
		const validate = known ?? this.ajv.compile({ allOf: [toJsonSchema(schema)] });
		this.compiled.set(schema, validate);
		return validate(value) ? [] : (validate.errors ?? []).filter(({ keyword }) => keyword !== 'anyOf').map(sentence);
	}
}

function sentence({ instancePath, message = 'is not valid', params }: ErrorObject): string {
	const at = instancePath === '' ? 'the body' : instancePath.slice(1);
	const name = 'additionalProperty' in params ? `: ${String(params.additionalProperty)}` : '';
	const allowed =
		'allowedValues' in params && Array.isArray(params.allowedValues) ? `: ${params.allowedValues.slice(0, 12).join(', ')}` : '';
	return `${at} ${message}${name}${allowed}`;
}

/** OpenAPI 3.0 says `nullable` where JSON Schema names the type null, and points into the document with `#`. */
function toJsonSchema(value: Schema): Schema {
	const { nullable, ...rest } = value;
	const schema = Object.fromEntries(Object.entries(rest).map(([key, part]) => [key, convert(key, part)]));
	return nullable === true ? { anyOf: [schema, { type: 'null' }] } : schema;
}

function convert(key: string, part: unknown): unknown {
	if (key === '$ref' && typeof part === 'string') return part.replace(/^#/, `${ROOT}#`);
	if (key === 'properties' && isSchema(part)) {
		return Object.fromEntries(Object.entries(part).map(([name, schema]) => [name, isSchema(schema) ? toJsonSchema(schema) : schema]));
	}
	if (Array.isArray(part)) return part.map((item) => (isSchema(item) ? toJsonSchema(item) : item));
	return isSchema(part) ? toJsonSchema(part) : part;
}

function isSchema(value: unknown): value is Schema {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
