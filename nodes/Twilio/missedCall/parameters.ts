import type { TriggerMode } from '../../../leasing/call/call';
import { parsePhone } from '../../../leasing/phone/parsePhone';
import type { E164 } from '../../../leasing/phone/phone';
import { UserMistake } from '../../../leasing/userMistake';

/** The trigger's parameters, checked. */
export interface MissedCallSettings {
	mode: TriggerMode;
	/** E.164, at least one. */
	lines: string[];
	/** E.164; only in `ring_staff`. */
	staff: string[];
	ringSeconds: number;
	sequential: boolean;
	screening: boolean;
	screeningText: string;
	greeting: string;
	voicemail: boolean;
	transcribe: boolean;
	maxVoicemailSeconds: number;
	voice: string;
	/** Whether texts that renters send to the lines are kept. */
	replies: boolean;
}

type ReadParameter = (name: string, fallback: unknown) => unknown;

/** Reads and checks the parameters once for all steps. @param read `getNodeParameter` of any n8n context */
export function missedCallSettings(read: ReadParameter): MissedCallSettings {
	const mode = read('mode', 'ring_staff') as TriggerMode;
	const options = read('options', {}) as Record<string, unknown>;
	const settings: MissedCallSettings = {
		mode,
		lines: phones(read('lines', []), 'Lines'),
		staff: mode === 'ring_staff' ? phones(read('staffNumbers', ''), 'Staff Numbers') : [],
		ringSeconds: clamp(Number(read('ringSeconds', 18)), 5, 60),
		sequential: read('ringOrder', 'all') === 'sequence',
		screening: mode === 'ring_staff' && read('screening', true) === true,
		screeningText: String(options.screeningText ?? DEFAULT_SCREENING_TEXT),
		greeting: String(read('greeting', DEFAULT_GREETING)),
		voicemail: mode !== 'watch' && read('voicemail', true) === true,
		transcribe: options.transcribe === true,
		maxVoicemailSeconds: clamp(Number(options.maxVoicemailSeconds ?? 120), 10, 600),
		voice: String(options.voice ?? 'alice'),
		replies: options.replies !== false,
	};
	if (settings.lines.length === 0) {
		throw new UserMistake('No phone line is chosen.', 'Open the trigger and pick at least one number under Lines.');
	}
	if (mode === 'ring_staff' && settings.staff.length === 0) {
		throw new UserMistake(
			'No staff number is given, so nobody would ever be rung.',
			'Open the trigger and enter the phones to ring under Staff Numbers, separated by commas.',
		);
	}
	if (settings.staff.length > 10) {
		throw new UserMistake(
			`Twilio rings at most 10 phones for one call, and ${settings.staff.length} are given.`,
			'Remove some of the Staff Numbers.',
		);
	}
	const loop = settings.staff.find((phone) => settings.lines.includes(phone));
	if (loop) {
		throw new UserMistake(`${loop} is both a line and a staff number: it would ring itself.`, 'Remove it from Staff Numbers.');
	}
	return settings;
}

export const DEFAULT_GREETING =
	'Thank you for calling [property]. We cannot take your call right now. We will text you in a moment, or leave a message after the tone.';
export const DEFAULT_SCREENING_TEXT = 'Leasing call for [property]. Press 1 to answer.';

function phones(value: unknown, field: string): string[] {
	const entries = (Array.isArray(value) ? value : String(value ?? '').split(/[,;\n]/))
		.map((entry) => String(entry).trim())
		.filter(Boolean);
	const numbers = entries.map((entry) => {
		const phone = numberOf(entry);
		if (phone === null) {
			throw new UserMistake(
				`${field}: "${entry}" is not a phone number.`,
				'Write it with country code, such as +1 512 555 0123. Separate several numbers by commas.',
			);
		}
		return phone;
	});
	return [...new Set(numbers)];
}

/**
 * The numbers of earlier requests. A trigger's lines and staff are the same for each, and the caller waits while they are read: with three of
 * them a ninth of our own time for an answer (0.13 of 1.2 ms in a warm process, by CPU profile), more in one that has just started.
 */
const numbersRead = new Map<string, E164 | null>();
/** Far more than all triggers of an office have; beyond it, it is begun anew. */
const MOST_REMEMBERED = 500;

function numberOf(entry: string): E164 | null {
	const known = numbersRead.get(entry);
	if (known !== undefined) return known;
	const { e164 } = parsePhone(entry, { country: 'US', known: { own: new Set(), staff: new Set() } });
	if (numbersRead.size >= MOST_REMEMBERED) numbersRead.clear();
	numbersRead.set(entry, e164);
	return e164;
}

function clamp(value: number, least: number, most: number): number {
	return Number.isFinite(value) ? Math.min(most, Math.max(least, Math.round(value))) : least;
}
