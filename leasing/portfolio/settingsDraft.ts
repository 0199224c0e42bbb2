import * as z from 'zod/v4';
import { problem, type FieldProblem } from '../problem';
import { valueAt } from '../schemaProblems';
import { fieldLabel } from './settingsFields';

/** Text or a number as a form or a spreadsheet gives it; nothing is ''. */
const text = z
	.union([z.string(), z.number()])
	.nullish()
	.transform((value) => String(value ?? '').trim());

/** A list, or one text with commas, semicolons or line breaks between the entries. */
const textList = z
	.union([z.array(text), z.string()])
	.nullish()
	.transform((value) => (typeof value === 'string' ? value.split(/[,;\n]/) : (value ?? [])))
	.transform((entries) => entries.map((entry) => entry.trim()).filter((entry) => entry !== ''));

function rows<Shape extends z.ZodRawShape>(shape: Shape) {
	return z
		.array(z.object(shape))
		.nullish()
		.transform((value) => value ?? []);
}

/** The shape of settings before anything in them is judged: rows of text. Every field may be missing. */
const settingsDraftSchema = z.object({
	key: text,
	brand: text,
	country: text,
	timeZone: text,
	defaultOwner: text,
	fallbackOwner: text,
	properties: rows({
		key: text,
		name: text,
		timeZone: text,
		state: text,
		tourUrl: text,
		owner: text,
		address: text,
		aliases: textList,
		listingIds: textList,
		trackingNumbers: textList,
	}),
	lines: rows({ phone: text, label: text, property: text, propertyKey: text }),
	staff: rows({ name: text, phone: text }),
	trackingNumbers: textList,
	officeHours: rows({ weekday: text, opens: text, closes: text }),
	holidays: textList,
});

export type SettingsDraft = z.output<typeof settingsDraftSchema>;

/**
 * Reads the shape of the settings. A part with a wrong shape is reported and then left out, so that everything else
 * can still be judged and the user sees all problems at once.
 * @returns draft null only when the input is no group of fields at all
 */
export function readSettingsDraft(input: unknown): { draft: SettingsDraft | null; problems: FieldProblem[]; broken: Set<string> } {
	const first = settingsDraftSchema.safeParse(input);
	if (first.success) return { draft: first.data, problems: [], broken: new Set() };
	const problems = first.error.issues.map((issue) =>
		problem(fieldLabel(issue.path), valueAt(input, issue.path), `${expectedAt(issue.path)} is expected here; fill the field in again.`),
	);
	if (first.error.issues.some((issue) => issue.path.length === 0)) return { draft: null, problems, broken: new Set() };
	const repaired = first.error.issues.reduce((value, issue) => blanked(value, issue.path), input);
	const second = settingsDraftSchema.safeParse(repaired);
	const broken = new Set(problems.map((found) => found.field));
	return { draft: second.success ? second.data : null, problems, broken };
}

const LISTS_OF_ROWS = new Set<PropertyKey>(['properties', 'lines', 'staff', 'officeHours']);

function expectedAt([field, row, column]: readonly PropertyKey[]): string {
	if (field === undefined) return 'A group of fields with the settings';
	if (field === 'trackingNumbers' || field === 'holidays') return 'A list of texts';
	if (!LISTS_OF_ROWS.has(field) || column !== undefined) return 'Text';
	return row === undefined ? 'A list of rows' : 'A row with its fields';
}

/** A copy without the value at the path. A broken row becomes an empty one, so that later rows keep their numbers. */
function blanked(value: unknown, path: readonly PropertyKey[]): unknown {
	const [key, ...rest] = path;
	if (key === undefined) return {};
	if (Array.isArray(value)) return value.map((entry: unknown, index) => (index === Number(String(key)) ? blanked(entry, rest) : entry));
	if (typeof value !== 'object' || value === null) return value;
	return { ...value, [key]: rest.length === 0 ? undefined : blanked((value as Record<PropertyKey, unknown>)[key], rest) };
}
