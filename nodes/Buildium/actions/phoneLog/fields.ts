/** Whose calls can be logged: nobody else's. */
export const PARTICIPANTS = ['RentalTenant', 'RentalOwner', 'Vendor', 'AssociationOwner'];
