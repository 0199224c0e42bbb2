/** Where a lead stands. The store keeps the word; which words there are is said here alone. */
export const LEAD_STATUSES = ['new', 'contacted', 'tour_booked', 'toured', 'applied', 'leased', 'lost'] as const;
export type LeadStatus = (typeof LEAD_STATUSES)[number];
