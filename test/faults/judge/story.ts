import type { Deployment } from '../deployment/contract';
import type { StrikeLog } from '../strikes/log';
import type { PlacedCall } from '../calls/placedCall';
import type { Finding } from './finding';

/** Strikes this long before the call and after its end belong to its story. */
const AROUND_MS = 15_000;

/** All that happened to the call or the renter of a finding, in order of time: the phone company's log, the store's, and our faults. */
export async function storyOf(finding: Finding, deployment: Deployment, log: StrikeLog): Promise<string> {
	const { sentence, phone, kind } = finding;
	const placed = finding.call ?? null;
	if (placed !== null) return await storyOfCall(placed, { sentence, kind }, deployment, log);
	const calls = phone === null ? [] : deployment.sandbox.calls().filter(({ from }) => from === phone);
	const stories = [];
	for (const call of calls.slice(0, 3))
		stories.push(await storyOfCall({ kind: 'of this renter', call, at: call.log()[0]?.at ?? 0 }, null, deployment, log));
	return [`${kind.toUpperCase()}: ${sentence}${phone === null ? '' : ` (${phone})`}`, ...stories].join('\n');
}

async function storyOfCall(
	{ call, kind, at }: PlacedCall,
	said: { sentence: string; kind: string } | null,
	deployment: Deployment,
	log: StrikeLog,
): Promise<string> {
	const lines: Array<{ at: number; text: string }> = [];
	for (const entry of call.log()) {
		const about = (entry.data ?? {}) as { status?: number; outcome?: string };
		lines.push({
			at: entry.at,
			text: `phone  ${entry.text.slice(0, 150)}${about.status ? ` -> ${about.status}` : ''}${about.outcome ? ` -> ${about.outcome.slice(0, 80)}` : ''}`,
		});
	}
	for (const message of deployment.sandbox.messages({ to: call.from }))
		lines.push({ at: message.createdAt, text: `phone  text ${message.sid} taken, now ${message.status}` });
	for (const message of deployment.sandbox.messages({ from: call.from, direction: 'inbound' }))
		lines.push({ at: message.createdAt, text: `phone  the renter writes "${message.body}"` });
	const [stored] = await deployment.look<{ id: string; lead_id: string | null }>(
		'SELECT id, lead_id FROM calls WHERE provider_call_id = ?',
		[call.sid],
	);
	const about = stored ? [stored.id, stored.lead_id ?? '-'] : ['-', '-'];
	lines.push(
		...(await deployment.look<{ at: number; text: string }>(
			"SELECT at, 'store  signal ' || signal AS text FROM call_signals WHERE call_id = ?",
			about.slice(0, 1),
		)),
		...(await deployment.look<{ at: number; text: string }>(
			"SELECT at, 'store  ' || sentence AS text FROM timeline WHERE call_id = ? OR lead_id = ?",
			about,
		)),
		...(await deployment.look<{ at: number; text: string }>(
			"SELECT COALESCE(finished_at, received_at) AS at, 'store  event ' || state || ', attempts ' || attempts || ', ' || COALESCE(claimed_by, 'unclaimed') || ', ' || COALESCE(last_error, 'no error') AS text FROM events WHERE key = ?",
			[`missed_call:twilio:${call.sid}`],
		)),
		...(await deployment.look<{ at: number; text: string }>(
			"SELECT updated_at AS at, 'store  text ' || id || ' ' || state || ', attempts ' || attempts || ', claimed by ' || COALESCE(claimed_by, 'nobody') || ', message ' || COALESCE(provider_id, 'none') || ', ' || reasons AS text FROM texts WHERE call_id = ? OR lead_id = ?",
			about,
		)),
	);
	const last = Math.max(at, ...lines.map((line) => line.at));
	for (const strike of log.strikes) {
		if (strike.at > at - AROUND_MS && strike.at < last + AROUND_MS) lines.push({ at: strike.at, text: `FAULT  ${strike.what}` });
	}
	const body = lines.sort((a, b) => a.at - b.at).map((line) => `    ${new Date(line.at).toISOString().slice(11, 23)}  ${line.text}`);
	const heading = said === null ? [] : [`${said.kind.toUpperCase()}: ${said.sentence}`];
	return [...heading, `  call ${call.sid} (${kind}) from ${call.from} to ${call.to}`, ...body].join('\n');
}
