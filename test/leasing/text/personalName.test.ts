import { personalName } from '../../../leasing/text/personalName';
import { NAMES, NO_NAMES } from './names';

it.each(NAMES)('is a name: %p', (name) => {
	expect(personalName(name)).toBe(name.normalize('NFC'));
});

it.each(NO_NAMES)('is none: %p', (words) => {
	expect(personalName(words)).toBeNull();
});

it('has a hundred of each', () => {
	expect(new Set(NAMES).size).toBeGreaterThanOrEqual(100);
	expect(new Set(NO_NAMES).size).toBeGreaterThanOrEqual(100);
});

it('mends spaces', () => expect(personalName('  Mary   Ann ')).toBe('Mary Ann'));

it('is quick on hostile input', () => {
	const started = performance.now();
	for (const words of [
		"a'".repeat(50_000),
		'a\u200c'.repeat(50_000),
		'a '.repeat(50_000),
		'\u0300'.repeat(100_000),
		'a-'.repeat(20) + '.',
	]) {
		expect(personalName(words)).toBeNull();
	}
	expect(performance.now() - started).toBeLessThan(500);
});
