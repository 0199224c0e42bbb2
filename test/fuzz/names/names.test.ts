/** Names of strangers in a text of the company: 500 that people have, and what nobody is called. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { splitName } from '../../../leasing/inquiry/name';
import { composeText } from '../../../leasing/text/composeText';
import { personalName } from '../../../leasing/text/personalName';
import { toGsm } from '../../../leasing/text/toGsm';
import { COMPANY } from '../../leasing/inquiry/formats/company';
import { HOSTILE } from './hostile';

const HARMLESS = readFileSync(path.join(__dirname, 'harmless.tsv'), 'utf8')
	.split('\n')
	.filter((line) => line !== '' && !line.startsWith('#'))
	.map((line) => line.split('\t')[1] ?? '');

const textTo = (firstName: string | null) =>
	composeText('Hi [first name], this is [brand].', { from: '+12065550100', propertyKey: null, propertyName: null, firstName }, COMPANY);
const WITHOUT_NAME = textTo(null).body;

test('none of 500 names from many countries is refused', () => {
	expect(new Set(HARMLESS).size).toBe(500);
	const refused = HARMLESS.filter((name) => {
		const { firstName } = splitName(name);
		const { body } = textTo(firstName);
		return personalName(name) === null || firstName === null || !body.startsWith(`Hi ${toGsm(firstName).body},`);
	});
	expect(refused).toEqual([]);
});

test('none of at least a hundred hostile ones is sent, whole or in part', () => {
	const all = Object.values(HOSTILE).flat();
	expect(new Set(all).size).toBeGreaterThanOrEqual(100);
	// As a form's one field for the whole name brings it, and as its field for the first name does.
	const sent = all.filter((words) => textTo(words).body !== WITHOUT_NAME);
	expect(sent.map((words) => JSON.stringify(words))).toEqual([]);
});
