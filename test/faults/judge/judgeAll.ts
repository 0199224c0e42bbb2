import type { Evidence } from './evidence';
import type { Finding } from './finding';
import { judge, type Judgement } from './judge';
import { judgeDeliveries } from './rules/deliveries';
import { judgeForms } from './rules/forms';
import { judgeInbound } from './rules/inbound';
import { judgeOptOuts } from './rules/optOuts';
import { judgeShare } from './rules/share';
import { judgeTasks } from './rules/tasks';
import { judgeVoicemail } from './rules/voicemail';
import { judgeWording } from './rules/wording';
import { judgeWriteBacks } from './rules/writeBacks';

const RULES: ReadonlyArray<(evidence: Evidence) => Finding[]> = [
	judgeShare,
	judgeWording,
	judgeOptOuts,
	judgeInbound,
	judgeVoicemail,
	judgeDeliveries,
	judgeTasks,
	judgeForms,
	judgeWriteBacks,
];

/** Calls first, then everything else that was seen. */
export function judgeAll(evidence: Evidence): Judgement {
	const calls = judge(evidence.placed, evidence.messages, evidence.records);
	return { ...calls, findings: [...calls.findings, ...RULES.flatMap((rule) => rule(evidence))] };
}
