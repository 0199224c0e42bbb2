import { parentPort, workerData } from 'node:worker_threads';

import { tryOut } from './campaign';
import { TARGETS } from './targets';

interface Stretch {
	target: string;
	seed: number;
	from: number;
	count: number;
}

const progress = workerData as Int32Array;

parentPort?.on('message', ({ target: id, ...stretch }: Stretch) => {
	const target = TARGETS.find((one) => one.id === id);
	if (target === undefined) throw new Error(`There is no target "${id}".`);
	void tryOut(target, { ...stretch, onInput: (index) => Atomics.store(progress, 0, index) }).then((outcome) =>
		parentPort?.postMessage(outcome),
	);
});
