import type { DayWindow } from './quietHours';

/**
 * Hours in which US law permits calls and texts that solicit, as of November 2025. Not legal advice; counsel should
 * confirm it. `medium`: two published tables of late 2025 agree. `low`: from one source, or sources conflict; then the
 * stricter reading stands here.
 */
export interface LawfulHours {
	/** Two letters; null is federal law, which holds everywhere. */
	state: string | null;
	/** Seven entries, 0 = Sunday … 6 = Saturday. */
	days: readonly DayWindow[];
	/** Whether legal holidays are closed; else they are like any other day. */
	closedOnHolidays: boolean;
	/** Statute or order. */
	source: string;
	confidence: 'high' | 'medium' | 'low';
}

export const STATE_WINDOWS_AS_OF = '2025-11';

/** `8-20` → 08:00 to 20:00; `13:30-21`; `-` for a closed day. */
function hours(text: string): DayWindow {
	if (text === '-') return null;
	const [opens = '', closes = ''] = text.split('-').map((time) => (time.includes(':') ? time : `${time.padStart(2, '0')}:00`));
	return { opens, closes };
}

function row(
	state: string | null,
	weekdays: string,
	source: string,
	confidence: LawfulHours['confidence'],
	exceptions: { saturday?: string; sunday?: string; closedOnHolidays?: true } = {},
): LawfulHours {
	const week = hours(weekdays);
	const saturday = exceptions.saturday === undefined ? week : hours(exceptions.saturday);
	const sunday = exceptions.sunday === undefined ? week : hours(exceptions.sunday);
	return {
		state,
		days: [sunday, week, week, week, week, week, saturday],
		closedOnHolidays: exceptions.closedOnHolidays === true,
		source,
		confidence,
	};
}

export const FEDERAL_HOURS: LawfulHours = row(null, '8-21', '47 CFR 64.1200(c)(1)', 'high');

/** States stricter than federal law. A state that is not here has the federal hours. */
export const STATE_WINDOWS: readonly LawfulHours[] = [
	row('AL', '8-20', 'Alabama telephone solicitation rules', 'medium', { sunday: '-', closedOnHolidays: true }),
	row('CT', '9-20', 'Conn. Gen. Stat. 42-288a', 'medium'),
	row('FL', '8-20', 'Fla. Stat. 501.616', 'medium'),
	row('KY', '10-21', 'KRS 367.46955', 'medium'),
	row('LA', '8-20', 'Louisiana telephone solicitation rules', 'medium', { sunday: '-', closedOnHolidays: true }),
	row('MA', '8-20', 'M.G.L. 159C', 'medium'),
	row('MD', '8-20', 'Md. Com. Law 14-4501 ff.', 'medium'),
	row('MI', '9-21', 'Michigan telephone solicitation rules', 'medium'),
	row('MN', '9-21', 'Minnesota telephone solicitation rules', 'medium'),
	// One table forbids Sundays, the other is silent.
	row('MS', '8-20', 'Mississippi telephone solicitation rules', 'low', { sunday: '-' }),
	row('NJ', '8-20', 'New Jersey telemarketing law of 2024', 'medium'),
	row('NM', '9-21', 'New Mexico telephone solicitation rules', 'medium'),
	row('NV', '9-20', 'Nevada telephone solicitation rules', 'medium'),
	row('OK', '8-20', '15 O.S. 775C', 'medium'),
	// Sources speak of Sunday and holiday limits without agreeing on them.
	row('PA', '8-21', 'Pennsylvania telemarketing rules', 'low', { sunday: '13:30-21', closedOnHolidays: true }),
	row('RI', '9-18', 'Rhode Island telephone solicitation rules', 'medium', { saturday: '10-17', sunday: '10-17' }),
	row('TX', '9-21', 'Tex. Bus. & Com. Code 301.051', 'medium', { sunday: '12-21' }),
	row('WA', '8-20', 'RCW 80.36.390', 'low'),
];
