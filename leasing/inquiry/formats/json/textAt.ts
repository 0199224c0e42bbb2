import { textOf, valueAtPath } from '../../form/leaves';

/** @param path may join several: `street + city` */
export function textAt(body: object, path: string): string | null {
	const parts = path.split(' + ').flatMap((one) => {
		const value = valueAtPath(body, one);
		return textOf(Array.isArray(value) ? value[0] : value) ?? [];
	});
	return parts.length === 0 ? null : parts.join(', ');
}
