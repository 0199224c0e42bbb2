/**
 * One company's settings: the scope of every record. This is the shape after settings.ts accepted it.
 * Kept small enough that one n8n form fills it; later issues add sections, never rename these.
 */
export interface PortfolioSettings {
	/** Stable slug, `main` by default: names the portfolio in every record. */
	key: string;
	/** The name renters see in texts. */
	brand: string;
	/** ISO 3166 default country for numbers without a prefix. */
	country: string;
	/** IANA time zone for properties that do not name their own. */
	timeZone: string;
	/** Who owns a new lead when its property names nobody. */
	defaultOwner: string;
	/** Who owns a new lead whose property is not known: the fallback queue. Not set: the default owner. */
	fallbackOwner?: string | null | undefined;
	properties: Property[];
	lines: Line[];
	staff: StaffPhone[];
	/** Call-tracking numbers and other numbers of the company that are not lines. E.164. */
	trackingNumbers: string[];
	/** Office hours by weekday, 0 = Sunday; a day without entry is closed. Local time of the portfolio. */
	officeHours: OfficeHours[];
	/** ISO dates on which the office is closed. */
	holidays: string[];
}

export interface Property {
	key: string;
	name: string;
	/** IANA; null: the portfolio's. */
	timeZone: string | null;
	/** Two-letter US state or province, for its texting hours; null if unknown. */
	state: string | null;
	/** Link that a text may offer for booking a tour. */
	tourUrl: string | null;
	/** Owner of new leads of this property; null: the portfolio's default. */
	owner: string | null;
	/** Street address on one line; several are separated by a semicolon. */
	address?: string | null | undefined;
	/** Other names that renters and listing sites use, and mailboxes that only this property's inquiries reach. */
	aliases?: string[] | undefined;
	/** Ids of its listings on listing sites and in feeds. */
	listingIds?: string[] | undefined;
	/** Call-tracking numbers that stand for this property. E.164. */
	trackingNumbers?: string[] | undefined;
}

export interface Line {
	/** E.164. */
	phone: string;
	label: string;
	/** Null: the line stands for the whole company or a department. */
	propertyKey: string | null;
}

export interface StaffPhone {
	name: string;
	/** E.164. */
	phone: string;
}

export interface OfficeHours {
	/** 0 = Sunday … 6 = Saturday. */
	weekday: number;
	/** `09:00` */
	opens: string;
	/** `18:00`, later than `opens`. */
	closes: string;
}
