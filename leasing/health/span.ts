import { DAY, HOUR, MINUTE, type Millis } from '../time';

/** A time span in words, rounded down to what matters: `3 days`, `1 hour`, `12 minutes`, `less than a minute`. */
export function spanInWords(span: Millis): string {
	if (span >= DAY) return counted(Math.floor(span / DAY), 'day');
	if (span >= HOUR) return counted(Math.floor(span / HOUR), 'hour');
	return span >= MINUTE ? counted(Math.floor(span / MINUTE), 'minute') : 'less than a minute';
}

/** `1 text`, `3 texts`. */
export function counted(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
