/**
 * A copy of a record with the named fields only. `Leases.Id` keeps the Id of each record below Leases; fields that the record does
 * not have are not made up.
 */
export function pick(value: unknown, fields: readonly string[]): unknown {
	if (Array.isArray(value)) return value.map((one: unknown) => pick(one, fields));
	if (typeof value !== 'object' || value === null) return value;
	const record: Record<string, unknown> = { ...value };
	const names = [...new Set(fields.map((field) => field.split('.')[0] ?? ''))].filter((name) => name in record);
	return Object.fromEntries(names.map((name) => [name, fields.includes(name) ? record[name] : pick(record[name], below(fields, name))]));
}

function below(fields: readonly string[], name: string): string[] {
	return fields.filter((field) => field.startsWith(`${name}.`)).map((field) => field.slice(name.length + 1));
}
