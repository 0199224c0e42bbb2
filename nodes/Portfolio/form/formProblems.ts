import { fieldLabel } from '../../../leasing/portfolio/settingsFields';
import type { FieldProblem } from '../../../leasing/problem';
import { nameOf, PROPERTY_COLUMNS, RECOGNITION_COLUMNS, type PropertyColumn, type PropertyDraft } from './settingsFromForm';

/** Where the form calls a field otherwise than the settings do. */
const FORM_WORDS: ReadonlyArray<[settings: string, form: string]> = [
	[fieldLabel(['brand']), 'Company Name'],
	[fieldLabel(['key']), 'Portfolio'],
	[fieldLabel(['staff']), 'Staff Phones'],
];

const COLUMNS = { ...PROPERTY_COLUMNS, ...RECOGNITION_COLUMNS };

/**
 * Renames the fields of problems to what the form calls them. The settings keep properties in a list of their own,
 * but on the form they are columns of Lines or rows of Properties, so a problem must point at the row that the person typed into.
 */
export function formProblems(problems: FieldProblem[], properties: PropertyDraft[]): FieldProblem[] {
	return problems.map(({ field, found, sentence }) => {
		const renamed = formField(field, properties);
		return { field: renamed, found, sentence: sentence.startsWith(field) ? renamed + sentence.slice(field.length) : sentence };
	});
}

function formField(field: string, properties: PropertyDraft[]): string {
	const [first = '', row = '', column = ''] = field.split(', ');
	if (first === fieldLabel(['properties']) && row !== '') return propertyField(Number(row.replace(/\D/g, '')) - 1, column, properties);
	if (first === fieldLabel(['lines']) && column === 'Property') return `Lines, ${row}, Property Name`;
	if (first === fieldLabel(['officeHours']) && column === 'Weekday') return `Office Hours, ${row}, Days`;
	const word = FORM_WORDS.find(([settings]) => settings === first)?.[1];
	return word === undefined ? field : [word, ...field.split(', ').slice(1)].join(', ');
}

function propertyField(index: number, column: string, properties: PropertyDraft[]): string {
	const draft = properties[index];
	const name = (Object.keys(COLUMNS) as PropertyColumn[]).find((candidate) => COLUMNS[candidate] === column);
	const place = (name && draft?.places[name]) ?? draft?.namedIn ?? { list: 'Lines', row: 0 };
	return `${nameOf(place)}, ${name ? column : 'Property Name'}`;
}
