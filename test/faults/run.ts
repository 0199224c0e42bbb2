import { startPlacing } from './calls/placer';
import type { Deployment } from './deployment/contract';
import { judge, type Judgement } from './judge/judge';
import { readRecords } from './judge/records';
import { storyOf } from './judge/story';
import type { Options } from './options';
import { untilQuiet } from './quiet';
import { randomFrom } from './random';
import { strikeAround, type Campaign } from './strikes/campaign';
import { StrikeLog } from './strikes/log';

export interface Outcome extends Judgement {
	/** One line: what was done and what became of the calls. */
	summary: string;
	ok: boolean;
	kills: number;
}

/** Calls and strikes, lets everything come to rest, and compares. @param print progress, one line at a time */
export async function runFaults(
	deployment: Deployment,
	options: Options & Pick<Campaign, 'killAt'>,
	print: (line: string) => void,
): Promise<Outcome> {
	const log = new StrikeLog(print);
	for (const sentence of deployment.impossible) print(sentence);
	const placer = startPlacing(deployment, randomFrom(options.seed, 'calls'));
	await strikeAround(deployment, randomFrom(options.seed, 'faults'), options, log);
	await placer.stop();
	print(`no more calls and faults; waiting until everything is done`);
	print(`all is quiet after ${Math.round((await untilQuiet(deployment, print)) / 1000)} s`);

	const judged = judge(placer.placed, deployment.sandbox.messages(), await readRecords(deployment));
	for (const finding of judged.findings) {
		if (finding.kind === 'person') print(`handed to a person: ${finding.sentence}`);
		else print(await storyOf(finding, deployment, log));
	}
	const violations = deployment.sandbox.violations();
	for (const violation of violations) print(`the phone company does not understand: ${violation}`);
	print(
		`${judged.calls} calls: ${judged.unheard} met no n8n (${judged.startingUp} of them its "starting up" page), ${judged.answered} answered, ${judged.texted} callers got a text`,
	);

	const count = (kind: string) => judged.findings.filter((finding) => finding.kind === kind).length;
	const [lost, doubled, person] = [count('lost'), count('doubled'), count('person')];
	return {
		...judged,
		kills: log.kills,
		ok: lost + doubled + violations.length === 0,
		summary: `seed ${options.seed}: ${judged.calls} calls, ${log.kills} kills, ${log.others} other faults: ${lost} lost, ${doubled} doubled, ${person} handed to a person (each explained)`,
	};
}
