import type { Property } from './portfolio';
import { sameText } from './properties';
import { readPhone } from './readPhones';
import type { SettingsDraft } from './settingsDraft';
import type { SettingsReport } from './settingsReport';

type Row = SettingsDraft['properties'][number];
type Recognition = Pick<Property, 'address' | 'aliases' | 'listingIds' | 'trackingNumbers'>;

/**
 * Reads what a property is recognised by beside its name. A listing id, another name or a tracking number that stands
 * with two properties would send leads to one of them by chance, so it is refused.
 * @param rows where each of them was named first; filled here
 */
export function readRecognition(row: Row, index: number, country: string, rows: Map<string, number>, report: SettingsReport): Recognition {
	const once = (column: 'aliases' | 'listingIds' | 'trackingNumbers', values: readonly string[]): string[] =>
		[...new Set(values)].filter((value) => {
			const key = `${column} ${sameText(value)}`;
			const earlier = rows.get(key);
			if (earlier !== undefined && earlier !== index) {
				report.refuse(['properties', index, column], value, `Row ${earlier + 1} has the same; leave it with one property only.`);
				return false;
			}
			rows.set(key, index);
			return true;
		});
	const numbers = row.trackingNumbers.flatMap((raw) => readPhone(raw, ['properties', index, 'trackingNumbers'], country, report) ?? []);
	// Only what is set is kept, so that settings saved by an earlier version stay as they are.
	return {
		...(row.address === '' ? {} : { address: row.address }),
		...filled('aliases', once('aliases', row.aliases)),
		...filled('listingIds', once('listingIds', row.listingIds)),
		...filled('trackingNumbers', once('trackingNumbers', numbers)),
	};
}

function filled<Column extends string>(column: Column, values: string[]): { [column in Column]?: string[] } {
	return (values.length === 0 ? {} : { [column]: values }) as { [column in Column]?: string[] };
}
