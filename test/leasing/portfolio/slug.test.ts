import { slug } from '../../../leasing/portfolio/slug';

describe('slug', () => {
	it.each([
		['Maple Court', 'maple-court'],
		['  Maple   Court ', 'maple-court'],
		['Maple Court & Spa', 'maple-court-and-spa'],
		['Résidence Élysée', 'residence-elysee'],
		["O'Hara's Lofts", 'oharas-lofts'],
		['The Lofts @ 5th (North)', 'the-lofts-5th-north'],
		['maple-court', 'maple-court'],
		['北京', '北京'],
		['***', ''],
	])('%j becomes %j', (name, key) => {
		expect(slug(name)).toBe(key);
		expect(slug(key)).toBe(key);
	});
});
