import { knownNumbers } from '../../../leasing/portfolio/knownNumbers';
import { ownerOf } from '../../../leasing/portfolio/properties';
import { parsePortfolioSettings } from '../../../leasing/portfolio/settings';

const BASE = { brand: 'Acme', timeZone: 'America/Chicago', defaultOwner: 'Leasing Team' };

function accepted(more: object) {
	const parsed = parsePortfolioSettings({ ...BASE, ...more });
	if (!parsed.ok) throw new Error(parsed.problems.map(({ sentence }) => sentence).join(' '));
	return parsed.settings;
}

describe('what a property is recognised by', () => {
	it('is read from lists in one field, and read again gives the same', () => {
		const settings = accepted({
			properties: [
				{
					name: 'Maple Court',
					address: '14 Maple Ct',
					aliases: 'The Maples, Maples',
					listingIds: 'MC-204; 77',
					trackingNumbers: '(512) 555-0130',
				},
			],
		});
		expect(settings.properties).toMatchObject([
			{ address: '14 Maple Ct', aliases: ['The Maples', 'Maples'], listingIds: ['MC-204', '77'], trackingNumbers: ['+15125550130'] },
		]);
		expect(parsePortfolioSettings(settings)).toEqual({ ok: true, settings, changes: [] });
	});

	it('is left out where nothing is set, so that earlier settings stay as they are', () => {
		const [property] = accepted({ properties: [{ name: 'Maple Court' }] }).properties;
		expect(Object.keys(property ?? {}).sort()).toEqual(['key', 'name', 'owner', 'state', 'timeZone', 'tourUrl']);
	});

	it.each(['aliases', 'listingIds', 'trackingNumbers'])('%s cannot stand with two properties', (column) => {
		const value = column === 'trackingNumbers' ? '(512) 555-0130' : 'same';
		const parsed = parsePortfolioSettings({
			...BASE,
			properties: [
				{ name: 'Maple Court', [column]: value },
				{ name: 'Oak Park', [column]: value },
			],
		});
		expect(parsed.ok ? [] : parsed.problems.map(({ sentence }) => sentence)).toEqual([expect.stringContaining('Row 1 has the same')]);
	});

	it("a property's tracking number is the company's own", () => {
		expect(knownNumbers(accepted({ properties: [{ name: 'Maple Court', trackingNumbers: ['512-555-0130'] }] })).own).toContain(
			'+15125550130',
		);
	});

	it("a lead without a property is the fallback owner's, or the default owner's", () => {
		const properties = [{ name: 'Maple Court' }];
		expect(ownerOf(accepted({ properties, fallbackOwner: 'Lead Desk' }), null)).toBe('Lead Desk');
		expect(ownerOf(accepted({ properties, fallbackOwner: 'Lead Desk' }), 'maple-court')).toBe('Leasing Team');
		expect(ownerOf(accepted({ properties }), null)).toBe('Leasing Team');
	});
});
