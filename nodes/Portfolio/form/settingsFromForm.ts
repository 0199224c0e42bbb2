import { describeFound, problem, type FieldProblem } from '../../../leasing/problem';
import { sameText } from '../../../leasing/portfolio/properties';
import type { LineRow, SettingsForm } from './settingsForm';

/** Columns of a line that say something about its property. */
export const PROPERTY_COLUMNS = { tourUrl: 'Tour Link', owner: 'Owner', timeZone: 'Time Zone', state: 'State' } as const;
export type PropertyColumn = keyof typeof PROPERTY_COLUMNS;

/** A property put together from the lines that name it. */
export interface PropertyDraft extends Record<PropertyColumn, string> {
	name: string;
	/** Row of Lines (0 = first) that first named the property. */
	namedInRow: number;
	/** Row that gave each column. */
	rows: Partial<Record<PropertyColumn, number>>;
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
	const { properties, problems } = propertiesOf(form.lines);
	const input = {
		key: form.portfolio,
		brand: form.companyName,
		country: form.country,
		timeZone: form.timeZone,
		defaultOwner: form.defaultOwner,
		properties: properties.map(({ name, tourUrl, owner, timeZone, state }) => ({ name, tourUrl, owner, timeZone, state })),
		lines: form.lines.map(({ phone, label, property }) => ({ phone, label, property })),
		staff: form.staffPhones,
		trackingNumbers: form.trackingNumbers,
		officeHours: form.officeHours.map(({ days, opens, closes }) => ({ weekday: days, opens, closes })),
		holidays: form.holidays,
	};
	return { input, properties, problems };
}

function propertiesOf(lines: LineRow[]): { properties: PropertyDraft[]; problems: FieldProblem[] } {
	const byName = new Map<string, PropertyDraft>();
	const problems: FieldProblem[] = [];
	lines.forEach((line, row) => {
		const draft = line.property === '' ? null : (byName.get(sameText(line.property)) ?? emptyDraft(line.property, row));
		if (draft) byName.set(sameText(line.property), draft);
		for (const column of Object.keys(PROPERTY_COLUMNS) as PropertyColumn[]) {
			if (line[column] === '') continue;
			const mend = draft ? contradiction(draft, column, line[column]) : 'It says something about a property, but the row names none; fill Property Name or empty this field.';
			if (mend) problems.push(problem(`Lines, row ${row + 1}, ${PROPERTY_COLUMNS[column]}`, line[column], mend));
			else if (draft && draft.rows[column] === undefined) {
				draft[column] = line[column];
				draft.rows[column] = row;
			}
		}
	});
	return { properties: [...byName.values()], problems };
}

function contradiction(draft: PropertyDraft, column: PropertyColumn, value: string): string | null {
	const row = draft.rows[column];
	if (row === undefined || sameText(draft[column]) === sameText(value)) return null;
	return `Row ${row + 1} says ${describeFound(draft[column])} for the same property; make both the same or fill only one of them.`;
}

function emptyDraft(name: string, namedInRow: number): PropertyDraft {
	return { name, namedInRow, tourUrl: '', owner: '', timeZone: '', state: '', rows: {} };
}
