import type { IExecuteFunctions } from 'n8n-workflow';

import { parsePortfolioSettings } from '../../../leasing/portfolio/settings';
import type { FieldProblem } from '../../../leasing/problem';
import { sentencesOf } from '../../../leasing/reason';
import { schemaProblems } from '../../../leasing/schemaProblems';
import { saveSettings } from '../../../office/portfolio/saveSettings';
import { portfolioProperty } from '../../shared/description';
import { UserMistake } from '../../../leasing/userMistake';
import type { Operation } from '../../shared/operations';
import { companyFields } from '../form/companyFields';
import { formProblems } from '../form/formProblems';
import { hoursFields } from '../form/hoursFields';
import { lineFields } from '../form/lineFields';
import { propertyFields } from '../form/propertyFields';
import { settingsFormSchema, type SettingsForm } from '../form/settingsForm';
import { settingsFromForm } from '../form/settingsFromForm';
import { contentsOf, settingsItem } from '../settingsItem';

const properties = [...companyFields, ...lineFields, ...propertyFields, ...hoursFields, portfolioProperty];

export const save: Operation = {
	name: 'Save Settings',
	value: 'save',
	action: 'Save settings',
	description: 'Check the settings of your company and keep them for all other nodes',
	properties,
	async execute({ node, index, store }) {
		const { input, properties: drafts, problems } = settingsFromForm(readForm(node, index));
		const parsed = parsePortfolioSettings(input);
		const all = [...problems, ...(parsed.ok ? [] : formProblems(parsed.problems, drafts))];
		if (!parsed.ok || all.length > 0) throw notSaved(all);
		const { saved, changed } = await saveSettings(store, parsed.settings);
		const contents = contentsOf(saved.settings);
		return {
			summary: changed ? `Saved ${contents}.` : `Nothing changed: ${contents} stand as they were.`,
			changed,
			...settingsItem(saved),
			notes: parsed.changes,
		};
	},
};

function readForm(node: IExecuteFunctions, index: number): SettingsForm {
	const values = Object.fromEntries(
		properties.map(({ name, default: fallback }) => [name, node.getNodeParameter(name, index, fallback)]),
	);
	const form = settingsFormSchema.safeParse(values);
	if (form.success) return form.data;
	throw notSaved(schemaProblems(form.error, values, 'Fill the field in again, or correct its expression.'));
}

function notSaved(problems: FieldProblem[]): UserMistake {
	const count = problems.length === 1 ? 'one field needs' : `${problems.length} fields need`;
	return new UserMistake(
		`The settings were not saved: ${count} mending. ${sentencesOf(problems)}`,
		'Mend what is listed in this node and run it again. What was saved before is still in force.',
	);
}
