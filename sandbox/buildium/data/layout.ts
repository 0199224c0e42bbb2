/**
 * Who lives where, by arithmetic: from the position of a resident follow the lease, the unit and the property, and back.
 * Three residents share two leases (a couple and one alone); after ten rented units comes an empty one that is listed.
 */
export class Layout {
	readonly leases: number;
	readonly units: number;
	readonly properties: number;
	readonly rentalOwners: number;
	readonly vendors: number;
	readonly applicants: number;
	readonly unitsPerProperty: number;

	constructor(readonly residents: number) {
		this.leases = 2 * Math.floor(residents / 3) + (residents % 3 > 0 ? 1 : 0);
		this.units = Math.max(1, Math.ceil(this.leases / 10)) * 11;
		this.unitsPerProperty = residents <= 3000 ? 22 : 165;
		this.properties = Math.ceil(this.units / this.unitsPerProperty);
		this.rentalOwners = Math.max(2, Math.ceil(this.properties / 2));
		this.vendors = 12 + Math.floor(this.properties / 20);
		this.applicants = Math.max(40, Math.floor(residents / 10));
	}

	leaseOfResident(resident: number): number {
		return 2 * Math.floor(resident / 3) + (resident % 3 === 2 ? 1 : 0);
	}

	residentsOfLease(lease: number): number[] {
		const first = 3 * Math.floor(lease / 2);
		const all = lease % 2 === 0 ? [first, first + 1] : [first + 2];
		return all.filter((resident) => resident < this.residents);
	}

	unitOfLease(lease: number): number {
		return lease + Math.floor(lease / 10);
	}

	/** Null for a unit that was never rented. */
	leaseOfUnit(unit: number): number | null {
		const lease = unit - Math.floor(unit / 11);
		return this.isListed(unit) || lease >= this.leases ? null : lease;
	}

	isListed(unit: number): boolean {
		return unit % 11 === 10;
	}

	propertyOfUnit(unit: number): number {
		return Math.floor(unit / this.unitsPerProperty);
	}

	unitsOfProperty(property: number): number {
		return Math.min(this.unitsPerProperty, this.units - property * this.unitsPerProperty);
	}

	ownerOfProperty(property: number): number {
		return Math.min(Math.floor(property / 2), this.rentalOwners - 1);
	}

	propertiesOfOwner(owner: number): number[] {
		return [2 * owner, 2 * owner + 1].filter((property) => property < this.properties);
	}
}
