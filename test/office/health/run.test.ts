import { found, inOrder } from '../../../leasing/health/finding';
import { UserMistake } from '../../../leasing/userMistake';
import { runHealthChecks, type HealthCheck, type Patience } from '../../../office/health/run';

const never = async () => await new Promise<never>(() => undefined);
let forgotten = 0;
const patient: Patience = () => ({ over: never(), enough: () => (forgotten += 1) });
const impatient: Patience = () => ({ over: Promise.resolve(), enough: () => undefined });
const check = (what: string, look: HealthCheck['look']): HealthCheck => ({ what, look, patience: 1_000 });
const fine = check('fine', async () => await Promise.resolve([inOrder('fine', 'Fine.')]));

describe('a health check', () => {
	test('shows what is most urgent first', async () => {
		const bad = check(
			'bad',
			async () => await Promise.resolve([found('a', 'hint', 'A.', 'Do a.'), found('b', 'urgent', 'B.', 'Do b.')]),
		);
		expect((await runHealthChecks([fine, bad], patient)).map(({ check: name }) => name)).toEqual(['b', 'a', 'fine']);
	});

	test.each<[string, () => Promise<never>, string]>([
		['that fails', async () => await Promise.reject(new Error('It broke.')), 'It broke.'],
		[
			'that fails for a mistake of a person',
			async () => await Promise.reject(new UserMistake('No account.', 'Choose one.')),
			'No account. Choose one.',
		],
		['that throws something else', async () => await Promise.reject(new Error('odd')), 'odd'],
		[
			'that throws before it promises',
			() => {
				throw new Error('at once');
			},
			'at once',
		],
	])('a look %s is a finding, and stops no other', async (_name, look, sentence) => {
		const findings = await runHealthChecks([check('the thing', look), fine], patient);
		expect(findings.map(({ check: name }) => name)).toEqual(['not_checked', 'fine']);
		expect(findings[0]?.sentence).toContain(`the thing. ${sentence}`);
	});

	test('forgets its patience with every look, so that nothing keeps n8n from ending', async () => {
		forgotten = 0;
		await runHealthChecks([fine, check('bad', async () => await Promise.reject(new Error('x'))), fine], patient);
		expect(forgotten).toBe(3);
	});

	test('a look that never ends is a finding, too', async () => {
		const findings = await runHealthChecks([check('the slow thing', never), fine], impatient);
		expect(findings.map(({ sentence }) => sentence).join(' ')).toContain('the slow thing. It took longer than 1 seconds.');
	});
});
