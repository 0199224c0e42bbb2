import { summed, tryOut, type Target } from './campaign';
import { SEED } from './seed';

/** A first stretch of each target, in this process: what every `npm test` tries of the million of `npm run test:fuzz`. */
export function testsOf(targets: readonly Target[], count: number): void {
	test.each(targets.map((target): [string, Target] => [target.title, target]))(
		'%s',
		async (_title, target) => {
			process.stdout.write(`${count} ${target.title}, seed ${SEED}\n`);
			const { faults, lacking } = summed(target, [await tryOut(target, { seed: SEED, from: 0, count })]);
			expect(faults).toEqual([]);
			expect(lacking).toEqual([]);
		},
		120_000,
	);
}
