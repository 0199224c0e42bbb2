import type { Property } from './portfolio';
import { sameText } from './properties';
import type { SettingsDraft } from './settingsDraft';
import { readRecognition } from './readRecognition';
import type { SettingsReport } from './settingsReport';
import { slug } from './slug';
import { REGIONS } from './regions';
import { readTimeZone } from './timeZone';

/** Reads the properties: a name and a key that no other row has, a real time zone and state, a secure tour link. */
export function readProperties(draft: SettingsDraft, country: string, report: SettingsReport): Property[] {
	const rowOfName = new Map<string, number>();
	const rowOfKey = new Map<string, number>();
	const rowOfRecognition = new Map<string, number>();
	return draft.properties.flatMap((row, index) => {
		const at = (column: string): PropertyKey[] => ['properties', index, column];
		const fields = {
			timeZone: optionalZone(row.timeZone, at('timeZone'), report),
			state: readState(row.state, at('state'), report),
			tourUrl: readTourUrl(row.tourUrl, at('tourUrl'), report),
			owner: row.owner === '' ? null : row.owner,
		};
		if (row.name === '') {
			report.refuse(at('name'), row.name, 'Enter the name of the property as renters know it.');
			return [];
		}
		const namesake = rowOfName.get(sameText(row.name));
		if (namesake !== undefined) {
			report.refuse(at('name'), row.name, `Row ${namesake + 1} has the same name; rename or remove one of the two.`);
			return [];
		}
		rowOfName.set(sameText(row.name), index);
		const key = slug(row.key !== '' ? row.key : row.name);
		if (key === '') {
			report.refuse(at('key'), row.key, 'The property needs a short key; enter one in small letters, such as maple-court.');
			return [];
		}
		if (row.key !== '' && key !== row.key) report.changed(at('key'), 'key_normalised', `"${row.key}" is stored as ${key}.`);
		const twin = rowOfKey.get(key);
		if (twin !== undefined) {
			report.refuse(at('key'), key, `Row ${twin + 1} has the same key; enter a different key in one of the two rows.`);
			return [];
		}
		rowOfKey.set(key, index);
		return [{ key, name: row.name, ...fields, ...readRecognition(row, index, country, rowOfRecognition, report) }];
	});
}

function optionalZone(text: string, path: readonly PropertyKey[], report: SettingsReport): string | null {
	return text === '' ? null : readZone(text, path, report);
}

/** @returns the zone, or null after telling the report what to enter instead */
export function readZone(text: string, path: readonly PropertyKey[], report: SettingsReport): string | null {
	const read = readTimeZone(text);
	if (read.zone !== null) return read.zone;
	const mend =
		read.suggestion !== null
			? `Enter ${read.suggestion} instead.`
			: 'Enter a time zone by its region and city, such as America/Chicago.';
	report.refuse(path, text, text === '' ? mend : `This is not the name of a time zone. ${mend}`);
	return null;
}

function readState(text: string, path: readonly PropertyKey[], report: SettingsReport): string | null {
	if (text === '') return null;
	const code = REGIONS.get(text.toLowerCase()) ?? text.toUpperCase();
	if (![...REGIONS.values()].includes(code)) {
		report.refuse(path, text, 'Enter the two letters of a US state or Canadian province, such as TX, or leave the field empty.');
		return null;
	}
	if (code !== text) report.changed(path, 'state_normalised', `"${text}" is stored as ${code}.`);
	return code;
}

function readTourUrl(text: string, path: readonly PropertyKey[], report: SettingsReport): string | null {
	if (text === '') return null;
	if (/^http:\/\//i.test(text)) {
		report.refuse(path, text, 'The link is not secure; enter it with https:// at the start.');
		return null;
	}
	const url = URL.canParse(text) ? new URL(text) : null;
	if (url === null || url.protocol !== 'https:' || url.hostname === '' || /\s/.test(text)) {
		report.refuse(path, text, 'This is not a web link; enter it in full, such as https://example.com/tour.');
		return null;
	}
	if (url.username !== '' || url.password !== '') {
		report.refuse(path, 'a link with a user name', 'The link would show a user name or password to every renter; enter a public link.');
		return null;
	}
	return text;
}
