import type { XmlElement } from './xml';

/** A whole-number attribute; anything else counts as not given. */
export function numberAttribute(element: XmlElement, name: string, otherwise: number): number {
	const value = element.attributes[name];
	return value !== undefined && /^\d+$/.test(value) ? Number(value) : otherwise;
}

export function flagAttribute(element: XmlElement, name: string, otherwise = false): boolean {
	const value = element.attributes[name];
	return value === undefined ? otherwise : value.toLowerCase() === 'true';
}

/** A list such as `completed absent`; blanks and commas separate. */
export function listAttribute(element: XmlElement, name: string, otherwise: string[]): string[] {
	const value = element.attributes[name];
	return value === undefined ? otherwise : value.split(/[\s,]+/).filter((word) => word !== '');
}

/** `GET` or `POST` (the default). */
export function methodAttribute(element: XmlElement, name = 'method'): string {
	return element.attributes[name]?.toUpperCase() === 'GET' ? 'GET' : 'POST';
}
