/** From when to when texts may go out on one day, local time, `HH:MM`; `24:00` is the end of the day. Null: not at all. */
export type DayWindow = { opens: string; closes: string } | null;

/** The company's own choice of texting hours. The law's hours (federal and state) tighten it, they never widen it. */
export interface QuietHoursPolicy {
	/** Seven entries, 0 = Sunday … 6 = Saturday. */
	days: readonly DayWindow[];
	/** Whether stricter hours of single states count. Only counsel should switch this off. */
	stateRules: boolean;
}

const WEEKDAY: DayWindow = { opens: '09:00', closes: '20:00' };
const SUNDAY: DayWindow = { opens: '12:00', closes: '20:00' };

/** Suits every state but the strictest ones, which their rows tighten: 9-20 from Monday to Saturday, 12-20 on Sunday. */
export const defaultQuietHours: QuietHoursPolicy = {
	days: [SUNDAY, WEEKDAY, WEEKDAY, WEEKDAY, WEEKDAY, WEEKDAY, WEEKDAY],
	stateRules: true,
};
