import { defaultTextPolicy } from '../../../leasing/text/textPolicy';
import { readKeptGuard } from '../../../office/texts/keptGuard';

/** As the first versions wrote it; settings that came later are not in it, and are judged by their defaults. */
const FIRST = {
	toRaw: '+15125550123',
	directReply: true,
	propertyKey: null,
	policy: {
		repeatWindowMs: 43_200_000,
		maxEventAgeMs: 600_000,
		quietHours: { days: [null, { opens: '10:00', closes: '18:00' }, null, null, null, null, null], stateRules: false },
		afterHours: 'send',
		allowInternational: true,
		textFixedVoip: false,
		maxSegments: 2,
		expiresAfterMs: 3_600_000,
	},
};

describe('readKeptGuard', () => {
	it.each<[string, object]>([
		['the first versions', FIRST],
		['those that kept when it was held', { ...FIRST, heldSince: 1_763_600_000_000 }],
		['those that kept the state of the directory', { ...FIRST, propertyKey: 'birch-landing', propertyState: 'FL' }],
		['those that kept no state', { ...FIRST, propertyKey: 'birch-landing', propertyState: null }],
	])('reads what %s wrote, as it was', (_who, kept) =>
		expect(readKeptGuard(JSON.parse(JSON.stringify(kept)))).toEqual({ ...kept, policy: { ...defaultTextPolicy, ...FIRST.policy } }),
	);

	it.each(Object.keys(FIRST.policy))('a text that was held before %s was a setting is judged by its default', (name) => {
		const policy = { ...FIRST.policy, [name]: undefined };
		const read = readKeptGuard(JSON.parse(JSON.stringify({ ...FIRST, policy })));
		expect(read.policy).toEqual({
			...defaultTextPolicy,
			...FIRST.policy,
			[name]: defaultTextPolicy[name as keyof typeof defaultTextPolicy],
		});
	});

	it('a text that was held before half of the quiet hours were settings is judged by the defaults of the rest', () => {
		const policy = { ...FIRST.policy, quietHours: { days: FIRST.policy.quietHours.days } };
		expect(readKeptGuard({ ...FIRST, policy }).policy.quietHours).toEqual({ days: FIRST.policy.quietHours.days, stateRules: true });
	});

	it.each<[string, object]>([
		['no setting', { policy: {} }],
		['no policy at all', { policy: undefined }],
	])('a text that was kept with %s is judged by the defaults', (_what, change) =>
		expect(readKeptGuard({ ...FIRST, ...change }).policy).toEqual(defaultTextPolicy),
	);

	it('keeps the settings of a newer version, and judges without them', () => {
		const kept = { ...FIRST, basis: 'inbound_call', policy: { ...FIRST.policy, requireBasis: 'inbound_call' } };
		expect(readKeptGuard(kept)).toMatchObject(kept);
	});

	it('refuses what no version wrote', () => {
		expect(() => readKeptGuard({ ...FIRST, policy: { ...FIRST.policy, afterHours: 'perhaps' } })).toThrow('afterHours');
		expect(() => readKeptGuard({ ...FIRST, toRaw: undefined })).toThrow('toRaw');
	});
});
