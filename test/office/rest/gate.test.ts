import { HOUR, SECOND } from '../../../leasing/time';
import { Gate, type GateLimits } from '../../../office/rest/gate';
import { heldClock } from '../../helpers/clock';

const EXACT: GateLimits = { pace: [{ per: SECOND, most: 2 }], atOnce: 9 };
const EVEN: GateLimits = { pace: [{ per: SECOND, most: 2, burst: 1 }], atOnce: 9 };

/** A gate, and how long its requests have slept in all. */
function gate() {
	const clock = heldClock();
	const one = new Gate();
	let slept = 0;
	const sleep = async (ms: number) => {
		slept += ms;
		if (slept > 10 * HOUR) throw new Error('It rests for hours.');
		clock.advance(ms);
		await Promise.resolve();
	};
	const ask = async (limits: GateLimits) =>
		await one.through(limits, { clock, random: () => 0, sleep }, async () => await Promise.resolve());
	return { clock, one, ask, slept: () => slept };
}

test.each([
	['exact', EXACT],
	['even', EVEN],
])('with an %s limit a clock that was set back by hours makes nobody wait for the hours', async (_what, limits) => {
	const { clock, ask, slept } = gate();
	for (let nth = 0; nth < 3; nth++) await ask(limits);
	clock.advance(-5 * HOUR);
	for (let nth = 0; nth < 3; nth++) await ask(limits);
	expect(slept()).toBeLessThan(5 * SECOND);
});

test('a key that the vendor holds back rests as long as it said, and no longer, when the clock is set back', async () => {
	const { clock, one, ask, slept } = gate();
	await ask(EXACT);
	one.hold(clock.now() + 30 * SECOND);
	clock.advance(-5 * HOUR);
	await ask(EXACT);
	expect(slept()).toBe(30 * SECOND);
});
