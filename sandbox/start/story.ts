import { formatPhone } from '../../leasing/phone/formatPhone';
import { FIRST_LINE, STAFF, TIME_ZONE } from './company';
import type { FirstCall } from './firstCall';

const WIDTH = 9;

/** `Sunday 9:00 AM` at the company's office. */
function officeTime(at: number): string {
	return new Date(at).toLocaleString('en-US', { weekday: 'long', hour: 'numeric', minute: '2-digit', timeZone: TIME_ZONE });
}

/** What happened on the first call, one line each in the order of time, with seconds since the call began. */
export function tellStory(seen: FirstCall): string[] {
	const events: Array<{ at: number; sentence: string }> = [];
	const add = (at: number | null | undefined, sentence: string) => {
		if (at != null) events.push({ at, sentence });
	};
	const staff = STAFF.map(({ name }) => name).join(' and ');
	const atNight = seen.texts.some((text) => text.reasons.some((reason) => reason.code === 'quiet_hours'));
	const caller = formatPhone(seen.caller, 'US');

	add(seen.startedAt, `${caller} calls ${FIRST_LINE.property}, ${formatPhone(FIRST_LINE.phone, 'US')}. The phones of ${staff} ring.`);
	add(seen.endedAt, 'The caller hangs up. Nobody had answered.');
	if (seen.call !== null) {
		const reason = seen.call.reasons[0]?.sentence;
		add(seen.decidedAt ?? seen.call.updatedAt, `Verdict: ${seen.call.state}.${reason === undefined ? '' : ` ${reason}`}`);
	}
	for (const lead of seen.leads) {
		add(lead.createdAt, `Lead: source "${lead.source}", owner ${lead.owner}, next action "${lead.nextAction}".`);
	}
	for (const message of seen.messages) {
		add(message.createdAt, `Text: "${message.body}"`);
		if (atNight) add(message.createdAt, 'It is outside texting hours now; this sandbox is set to text all the same.');
		add(message.deliveredAt, "The text is on the caller's phone.");
	}
	for (const task of seen.tasks) {
		add(task.createdAt, `Call-back task for ${task.owner}: "${task.title}", due ${officeTime(task.dueAt)} at the office.`);
	}
	return events
		.sort((a, b) => a.at - b.at)
		.map(({ at, sentence }) => `${`${((at - seen.startedAt) / 1000).toFixed(2)} s`.padStart(WIDTH)}  ${sentence}`);
}
