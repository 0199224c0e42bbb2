import { parsePhone } from '../phone/parsePhone';
import type { PhoneClass } from '../phone/phone';
import type { Line, Property, StaffPhone } from './portfolio';
import { findProperty } from './properties';
import type { SettingsDraft } from './settingsDraft';
import type { SettingsReport } from './settingsReport';

const NOBODY = { own: new Set<string>(), staff: new Set<string>() };

const REFUSED: Partial<Record<PhoneClass, string>> = {
	withheld: 'This is how phone systems spell a hidden caller ID; enter the real number.',
	premium: 'Premium numbers cannot be used here; enter an ordinary number.',
	short_code: 'This number is too short; enter the full number with its area code, such as (512) 555-0123.',
	placeholder: 'This looks like filler; enter the real number.',
};

/** @returns E.164, or null after telling the report why not */
export function readPhone(raw: string, path: readonly PropertyKey[], country: string, report: SettingsReport): string | null {
	if (raw === '') {
		report.refuse(path, raw, 'Enter a phone number with its area code, such as (512) 555-0123.');
		return null;
	}
	const phone = parsePhone(raw, { country, known: NOBODY });
	if (phone.e164 === null || REFUSED[phone.contactClass] !== undefined || phone.contactClass === 'invalid') {
		const mend = REFUSED[phone.contactClass] ?? 'This is not a phone number; enter it with its area code, such as (512) 555-0123.';
		report.refuse(path, raw, mend);
		return null;
	}
	if (phone.e164 !== raw) report.changed(path, 'phone_normalised', `"${raw}" is stored as ${phone.e164}.`);
	return phone.e164;
}

/** Reads the lines; each stands once, and names a property of the list or none. */
export function readLines(draft: SettingsDraft, country: string, properties: readonly Property[], report: SettingsReport): Line[] {
	const rowOf = new Map<string, number>();
	const names = draft.properties.map((row) => row.name).filter((name) => name !== '');
	return draft.lines.flatMap((row, index) => {
		const phone = readPhone(row.phone, ['lines', index, 'phone'], country, report);
		const wanted = row.property !== '' ? row.property : row.propertyKey;
		const property = findProperty({ properties: [...properties] }, wanted);
		if (wanted !== '' && property === null && !names.includes(wanted)) {
			const list = names.length === 0 ? 'No property is set up yet; add it under Properties' : `Use one of: ${names.join(', ')}`;
			report.refuse(
				['lines', index, 'property'],
				wanted,
				`No property has this name. ${list}, or leave the field empty if the line stands for the whole company.`,
			);
		}
		if (phone === null) return [];
		const earlier = rowOf.get(phone);
		if (earlier !== undefined) {
			report.refuse(['lines', index, 'phone'], row.phone, `Row ${earlier + 1} has the same number; remove one of the two rows.`);
			return [];
		}
		rowOf.set(phone, index);
		return [{ phone, label: row.label !== '' ? row.label : (property?.name ?? phone), propertyKey: property?.key ?? null }];
	});
}

/** Reads the staff numbers. A staff number may not be a line: ringing it would call the line again, in a circle. */
export function readStaff(draft: SettingsDraft, country: string, lines: readonly Line[], report: SettingsReport): StaffPhone[] {
	const staff: StaffPhone[] = [];
	draft.staff.forEach((row, index) => {
		if (row.name === '') report.refuse(['staff', index, 'name'], row.name, 'Enter whose number this is.');
		const phone = readPhone(row.phone, ['staff', index, 'phone'], country, report);
		if (phone === null) return;
		if (lines.some((line) => line.phone === phone)) {
			report.refuse(
				['staff', index, 'phone'],
				row.phone,
				"This number is also listed under Lines, so a call would ring in a circle; enter the staff member's own number.",
			);
		} else if (staff.some((member) => member.phone === phone && member.name === row.name)) {
			report.changed(['staff', index, 'phone'], 'repeat_dropped', 'the row repeats an earlier one and was left out.');
		} else {
			staff.push({ name: row.name, phone });
		}
	});
	return staff;
}

/** Reads the tracking numbers; repeats, and numbers that are lines anyway, are left out. */
export function readTrackingNumbers(draft: SettingsDraft, country: string, lines: readonly Line[], report: SettingsReport): string[] {
	const numbers = new Set<string>();
	draft.trackingNumbers.forEach((raw, index) => {
		const path = ['trackingNumbers', index];
		const phone = readPhone(raw, path, country, report);
		if (phone === null) return;
		if (numbers.has(phone)) report.changed(path, 'repeat_dropped', `${phone} stands in the list twice; one was left out.`);
		else if (lines.some((line) => line.phone === phone))
			report.changed(path, 'repeat_dropped', `${phone} is a line already and was left out here.`);
		else numbers.add(phone);
	});
	return [...numbers];
}
