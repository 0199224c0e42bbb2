import { describeFound, problem, type FieldProblem } from '../../../leasing/problem';
import { sameText } from '../../../leasing/portfolio/properties';
import type { SettingsForm } from './settingsForm';

/** Columns of a line that say something about its property. */
export const PROPERTY_COLUMNS = { tourUrl: 'Tour Link', owner: 'Owner', timeZone: 'Time Zone', state: 'State' } as const;
/** Columns of Properties only. */
export const RECOGNITION_COLUMNS = {
	address: 'Address',
	aliases: 'Other Names',
	listingIds: 'Listing IDs',
	trackingNumbers: 'Tracking Numbers',
} as const;

const ALL_COLUMNS = { ...PROPERTY_COLUMNS, ...RECOGNITION_COLUMNS } as const;
export type PropertyColumn = keyof typeof ALL_COLUMNS;

/** A row of the form; 0 = first. */
export interface FormPlace {
	list: 'Lines' | 'Properties';
	row: number;
}

/** A property put together from the lines and the rows of Properties that name it. */
export interface PropertyDraft extends Record<PropertyColumn, string> {
	name: string;
	/** Row that first named the property. */
	namedIn: FormPlace;
	/** Row that gave each column. */
	places: Partial<Record<PropertyColumn, FormPlace>>;
}

export interface FormReading {
	/** What `parsePortfolioSettings` takes. */
	input: object;
	properties: PropertyDraft[];
	/** What only the form can get wrong: rows that contradict each other. */
	problems: FieldProblem[];
}

/** Turns the form, where a property is a column of its lines, into settings, where properties are a list. */
export function settingsFromForm(form: SettingsForm): FormReading {
	const { properties, problems } = propertiesOf(form);
	const input = {
		key: form.portfolio,
		brand: form.companyName,
		country: form.country,
		timeZone: form.timeZone,
		defaultOwner: form.defaultOwner,
		fallbackOwner: form.fallbackOwner,
		properties: properties.map(({ namedIn: _namedIn, places: _places, ...columns }) => columns),
		lines: form.lines.map(({ phone, label, property }) => ({ phone, label, property })),
		staff: form.staffPhones,
		trackingNumbers: form.trackingNumbers,
		officeHours: form.officeHours.map(({ days, opens, closes }) => ({ weekday: days, opens, closes })),
		holidays: form.holidays,
	};
	return { input, properties, problems };
}

function propertiesOf({ lines, properties }: SettingsForm): { properties: PropertyDraft[]; problems: FieldProblem[] } {
	const byName = new Map<string, PropertyDraft>();
	const problems: FieldProblem[] = [];
	const read = (row: { property: string } & Partial<Record<PropertyColumn, string>>, place: FormPlace): void => {
		const draft = row.property === '' ? null : (byName.get(sameText(row.property)) ?? emptyDraft(row.property, place));
		if (draft) byName.set(sameText(row.property), draft);
		for (const column of Object.keys(ALL_COLUMNS) as PropertyColumn[]) {
			const value = row[column] ?? '';
			if (value === '') continue;
			const mend = draft
				? contradiction(draft, column, value)
				: 'It says something about a property, but the row names none; fill Property Name or empty this field.';
			if (mend) problems.push(problem(`${nameOf(place)}, ${ALL_COLUMNS[column]}`, value, mend));
			else if (draft && draft.places[column] === undefined) {
				draft[column] = value;
				draft.places[column] = place;
			}
		}
	};
	lines.forEach((line, row) => read(line, { list: 'Lines', row }));
	properties.forEach((property, row) => read(property, { list: 'Properties', row }));
	return { properties: [...byName.values()], problems };
}

function contradiction(draft: PropertyDraft, column: PropertyColumn, value: string): string | null {
	const place = draft.places[column];
	if (place === undefined || sameText(draft[column]) === sameText(value)) return null;
	const row = `${place.list === 'Lines' ? 'Row' : 'Properties, row'} ${place.row + 1}`;
	return `${row} says ${describeFound(draft[column])} for the same property; make both the same or fill only one of them.`;
}

/** `Lines, row 2` */
export function nameOf({ list, row }: FormPlace): string {
	return `${list}, row ${row + 1}`;
}

function emptyDraft(name: string, namedIn: FormPlace): PropertyDraft {
	return {
		name,
		namedIn,
		tourUrl: '',
		owner: '',
		timeZone: '',
		state: '',
		address: '',
		aliases: '',
		listingIds: '',
		trackingNumbers: '',
		places: {},
	};
}
