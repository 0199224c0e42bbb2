import type { Call } from './call';
import type { Bench } from './setup';

/** Calls that did not lead to exactly one text, ours or the peer's, as sentences: figures of such a run are void. */
export function notExactlyOne({ rig, sink }: Bench, calls: Call[]): string[] {
	return calls.flatMap(({ from }) => {
		const ours = rig.sandbox.messages({ to: from, direction: 'outbound-api' }).length;
		const peer = sink.arrivals(from).length;
		return [
			...(ours === 1 ? [] : [`The call from ${from} led to ${ours} texts of ours.`]),
			...(peer === 1 ? [] : [`The call from ${from} led to ${peer} texts of the peer.`]),
		];
	});
}
