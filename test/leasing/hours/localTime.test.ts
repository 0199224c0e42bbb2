import { instantOf, localTime } from '../../../leasing/hours/localTime';
import { DAY, MINUTE, SECOND } from '../../../leasing/time';

/** What the platform itself shows, asked anew each time. */
function shown(format: Intl.DateTimeFormat, at: number): string {
	const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
	return `${part.year}-${part.month}-${part.day} ${part.hour}:${part.minute}`;
}

function ours(zone: string, at: number): string {
	const { date, minute } = localTime(zone, at);
	return `${date} ${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

describe('localTime', () => {
	test('shows what the platform shows, in every zone and right beside every change of its offset', () => {
		let changes = 0;
		const wrong: string[] = [];
		for (const zone of Intl.supportedValuesOf('timeZone')) {
			const format = new Intl.DateTimeFormat('en-US', {
				timeZone: zone,
				hourCycle: 'h23',
				year: 'numeric',
				month: '2-digit',
				day: '2-digit',
				hour: '2-digit',
				minute: '2-digit',
			});
			const offset = (at: number) => Date.parse(`${shown(format, at).replace(' ', 'T')}:00Z`) - at;
			for (let from = Date.UTC(2025, 11, 1); from < Date.UTC(2027, 0, 1); from += 25 * DAY) {
				const to = from + 25 * DAY;
				const asked = [from + 7 * MINUTE + 31 * SECOND];
				if (offset(from) !== offset(to)) {
					let [low, high] = [from, to];
					while (high - low > MINUTE) {
						const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE;
						if (offset(middle) === offset(from)) low = middle;
						else high = middle;
					}
					changes++;
					// The last and the first minute, in either order: what was asked for one instant must not answer for another.
					asked.push(low, high, high + 14 * MINUTE, low - 14 * MINUTE, low + 999);
				}
				for (const at of asked) if (ours(zone, at) !== shown(format, at)) wrong.push(`${zone} ${new Date(at).toISOString()}`);
			}
		}
		expect(wrong).toEqual([]);
		expect(changes).toBeGreaterThan(200);
	});

	test('a change in the middle of a minute, before the year 2000: Monrovia in 1972', () => {
		const change = Date.UTC(1972, 0, 7, 0, 44, 30);
		expect(localTime('Africa/Monrovia', change - SECOND).minute).toBe(1439);
		expect(localTime('Africa/Monrovia', change).minute).toBe(44);
	});

	test('an instant between two seconds is that second', () => {
		const at = instantOf('America/Chicago', '2026-12-01', 600) + 59_999;
		expect(localTime('America/Chicago', at)).toEqual({ date: '2026-12-01', weekday: 2, minute: 600 });
	});
});
