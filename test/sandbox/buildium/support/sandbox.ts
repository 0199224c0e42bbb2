import { startBuildiumSandbox, type BuildiumSandbox, type BuildiumSandboxOptions } from '../../../../sandbox/buildium';

/** A stand-in for each test of a file, without a pace limit unless asked for. */
export function useBuildium(options: BuildiumSandboxOptions = {}): () => BuildiumSandbox {
	let sandbox: BuildiumSandbox | null = null;
	beforeEach(async () => {
		sandbox = await startBuildiumSandbox({ requestsPerSecond: null, ...options });
	});
	afterEach(async () => {
		await sandbox?.stop();
		sandbox = null;
	});
	return () => {
		if (sandbox === null) throw new Error('The stand-in is not started yet.');
		return sandbox;
	};
}
