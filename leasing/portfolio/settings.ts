import { isSupportedCountry } from 'libphonenumber-js/max';
import type { FieldProblem } from '../problem';
import { reason, type Reason } from '../reason';
import type { PortfolioSettings } from './portfolio';
import { readHolidays, readOfficeHours } from './readHours';
import { readLines, readStaff, readTrackingNumbers } from './readPhones';
import { readProperties, readZone } from './readProperties';
import { readSettingsDraft, type SettingsDraft } from './settingsDraft';
import { unknownFields } from './settingsFields';
import { SettingsReport } from './settingsReport';
import { slug } from './slug';
import { isRecord } from '../isRecord';

export type ParsedSettings = { ok: true; settings: PortfolioSettings; changes: Reason[] } | { ok: false; problems: FieldProblem[] };

/**
 * Reads a company's settings as a person filled them in: numbers in any format, day names, a line's property by name.
 * Reports everything that is wrong at once. Accepted settings read again give themselves, without changes.
 * @param input fields of PortfolioSettings; a line may say `property` (name or key) instead of `propertyKey`
 * @param country ISO 3166 country when the settings name none
 */
export function parsePortfolioSettings(input: unknown, country = 'US'): ParsedSettings {
	const { draft, problems: shapeProblems, broken } = readSettingsDraft(input);
	if (draft === null) return { ok: false, problems: shapeProblems };
	const report = new SettingsReport(broken);
	const settings = readSettings(draft, country, report);
	if (isRecord(input)) {
		for (const field of unknownFields(input)) {
			report.changes.push(
				reason('unknown_field_ignored', `${field}: there is no such setting, so it was left out. Check the spelling.`),
			);
		}
	}
	const problems = [...shapeProblems, ...report.problems];
	return problems.length > 0 ? { ok: false, problems } : { ok: true, settings, changes: report.changes };
}

function readSettings(draft: SettingsDraft, defaultCountry: string, report: SettingsReport): PortfolioSettings {
	const country = readCountry(draft.country !== '' ? draft.country : defaultCountry, report);
	const timeZone = readZone(draft.timeZone, ['timeZone'], report) ?? '';
	const properties = readProperties(draft, country, report);
	const lines = readLines(draft, country, properties, report);
	if (draft.brand === '') report.refuse(['brand'], draft.brand, 'Enter the company name that renters see in texts.');
	if (draft.defaultOwner === '') {
		report.refuse(
			['defaultOwner'],
			draft.defaultOwner,
			'Enter the person or team that owns a new lead when its property names nobody.',
		);
	}
	return {
		key: readKey(draft.key, report),
		brand: draft.brand,
		country,
		timeZone,
		defaultOwner: draft.defaultOwner,
		...(draft.fallbackOwner === '' ? {} : { fallbackOwner: draft.fallbackOwner }),
		properties,
		lines,
		staff: readStaff(draft, country, lines, report),
		trackingNumbers: readTrackingNumbers(draft, country, lines, report),
		officeHours: readOfficeHours(draft, report),
		holidays: readHolidays(draft, country, report),
	};
}

function readKey(text: string, report: SettingsReport): string {
	if (text === '') return 'main';
	const key = slug(text);
	if (key === '') report.refuse(['key'], text, 'Enter a short name in small letters, such as main.');
	else if (key !== text) report.changed(['key'], 'key_normalised', `"${text}" is stored as ${key}.`);
	return key;
}

/** @returns a country that phone numbers can be read with, even after refusing the one that was entered */
function readCountry(text: string, report: SettingsReport): string {
	const country = text.toUpperCase();
	if (isSupportedCountry(country)) return country;
	report.refuse(['country'], text, 'Enter the two letters of a country, such as US or CA.');
	return 'US';
}
