import * as z from 'zod/v4';

/** A cell as typed, or as an expression gives it; nothing is ''. */
const text = z
	.union([z.string(), z.number()])
	.nullish()
	.transform((value) => String(value ?? '').trim());

const days = z.union([text, z.array(text).transform((names) => names.join(', '))]);

/** n8n gives a fixed collection as `{ <row name>: [rows] }`, and `{}` or '' while it is empty. */
function rowsOf<Shape extends z.ZodRawShape>(name: string, shape: Shape) {
	return z
		.preprocess(
			(value) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined),
			z.array(z.object(shape)).nullish(),
		)
		.transform((rows) => rows ?? []);
}

/** The form of Save Settings as n8n hands it over, before the settings rules judge it. */
export const settingsFormSchema = z.object({
	portfolio: text,
	companyName: text,
	timeZone: text,
	country: text,
	defaultOwner: text,
	fallbackOwner: text,
	lines: rowsOf('line', { phone: text, label: text, property: text, tourUrl: text, owner: text, timeZone: text, state: text }),
	properties: rowsOf('property', {
		property: text,
		address: text,
		aliases: text,
		listingIds: text,
		trackingNumbers: text,
		tourUrl: text,
		owner: text,
		timeZone: text,
		state: text,
	}),
	staffPhones: rowsOf('staff', { name: text, phone: text }),
	trackingNumbers: text,
	officeHours: rowsOf('hours', { days, opens: text, closes: text }),
	holidays: text,
});

export type SettingsForm = z.output<typeof settingsFormSchema>;

export type LineRow = SettingsForm['lines'][number];
export type PropertyRow = SettingsForm['properties'][number];
