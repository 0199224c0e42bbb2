/** The records as the stand-in keeps them: what the API shows, with ids in place of what is put together when it is asked for. */

export interface Phone {
	Number: string;
	Type: 'NotSet' | 'Home' | 'Office' | 'Cell' | 'Personal' | 'Fax' | 'Other';
}

export interface Address {
	AddressLine1: string | null;
	AddressLine2: string | null;
	AddressLine3: string | null;
	City: string | null;
	State: string | null;
	PostalCode: string | null;
	Country: string;
}

export interface RentalRecord {
	Name: string;
	StructureDescription: string | null;
	NumberUnits: number;
	IsActive: boolean;
	OperatingBankAccountId: number;
	Reserve: number;
	Address: Address;
	YearBuilt: number | null;
	RentalType: string;
	RentalSubType: string;
	ManagerId: number | null;
	/** Amenities have an address of their own. */
	Features: string[];
	IncludedInRent: string[];
	RentalOwnerIds: number[];
}

export interface UnitRecord {
	PropertyId: number;
	BuildingName: string;
	UnitNumber: string;
	Description: string | null;
	MarketRent: number | null;
	Address: Address;
	UnitBedrooms: string | null;
	UnitBathrooms: string | null;
	UnitSize: number | null;
	/** Amenities, as of a property. */
	Features: string[];
}

export interface ListingRecord {
	ListingDate: string;
	Rent: number;
	Deposit: number | null;
	LeaseTerms: string | null;
	AvailableDate: string;
	IsManagedExternally: boolean;
	RentalApplicationUrl: string;
}

export interface LeaseRecord {
	PropertyId: number;
	UnitId: number;
	UnitNumber: string;
	LeaseFromDate: string | null;
	LeaseToDate: string | null;
	LeaseType: string;
	LeaseStatus: 'Active' | 'Past' | 'Future';
	TermType: string;
	RenewalOfferStatus: string | null;
	Rent: number | null;
	SecurityDeposit: number | null;
	PaymentDueDay: number;
	IsEvictionPending: boolean;
	TenantIds: number[];
	MoveOutData: Array<{ TenantId: number; MoveOutDate: string; NoticeGivenDate: string | null }>;
}

export interface PersonRecord {
	FirstName: string | null;
	LastName: string | null;
	Email: string | null;
	PhoneNumbers: Phone[];
}

export interface TenantRecord extends PersonRecord {
	AlternateEmail: string | null;
	EmergencyContact: { Name: string | null; RelationshipDescription: string | null; Phone: string | null; Email: string | null } | null;
	DateOfBirth: string | null;
	SMSOptInStatus: string | null;
	Address: Address;
	AlternateAddress: Address | null;
	MailingPreference: string | null;
	Comment: string | null;
	TaxId: string | null;
	LeaseIds: number[];
}

export interface RentalOwnerRecord extends PersonRecord {
	IsCompany: boolean;
	IsActive: boolean;
	AlternateEmail: string | null;
	Comment: string | null;
	Address: Address;
	ManagementAgreementStartDate: string | null;
	ManagementAgreementEndDate: string | null;
	CompanyName: string | null;
	PropertyIds: number[];
	TaxPayerId: string | null;
}

export interface VendorRecord extends PersonRecord {
	IsCompany: boolean;
	IsActive: boolean;
	AlternateEmail: string | null;
	CompanyName: string | null;
	Website: string | null;
	CategoryId: number;
	Address: Address;
	Comments: string | null;
	AccountNumber: string | null;
	InsuranceExpires: string | null;
	TaxPayerId: string | null;
}

export interface UserRecord extends PersonRecord {
	UserTypes: string[];
	IsActive: boolean;
	LastLogin: string | null;
	CompanyName: string | null;
	AlternateEmail: string | null;
	UserRoleId: number;
	IsCompany: boolean;
}

export type ApplicantStatus = 'Undecided' | 'Approved' | 'Rejected' | 'AddedToLease' | 'Cancelled' | 'Deferred' | 'New' | 'Draft';

export interface ApplicantRecord extends PersonRecord {
	ApplicantGroupId: number | null;
	UnitId: number | null;
	TenantId: number | null;
	/** Of applicants without an application; else the application's counts. */
	Status: ApplicantStatus;
	ApplicationId: number | null;
	UnsubmittedApplicationId: number | null;
}

export interface ApplicantGroupRecord {
	UnitId: number | null;
	ApplicationGroupStatus: ApplicantStatus;
	ApplicantIds: number[];
}

export interface ApplicationRecord {
	ApplicantId: number;
	ApplicationNumber: string;
	ApplicationStatus: ApplicantStatus;
	ApplicationSubmittedDateTime: string;
}

export type TaskType = 'ContactRequest' | 'ResidentRequest' | 'Todo' | 'RentalOwnerRequest';

export interface ContactDetail {
	FirstName: string;
	LastName: string | null;
	Email: string | null;
	PhoneNumbers: { Home: string | null; Work: string | null; Mobile: string | null } | null;
}

export interface TaskRecord {
	TaskType: TaskType;
	Title: string;
	Description: string | null;
	CategoryId: number | null;
	SubCategoryId: number | null;
	PropertyId: number | null;
	UnitId: number | null;
	AssignedToUserId: number;
	TaskStatus: string;
	Priority: string;
	DueDate: string | null;
	ContactDetail: ContactDetail | null;
	/** Lease of a resident request. */
	LeaseId: number | null;
	/** Tenant of a resident request, rental owner of a rental owner request. */
	RequestedById: number | null;
	IsEntryPermittedByResident: boolean | null;
	DoesResidentHavePets: boolean | null;
	ResidentEntryNotes: string | null;
}

export interface TaskHistoryRecord {
	TaskId: number;
	Priority: string;
	TaskStatus: string;
	AssignedToUserId: number;
	DueDate: string | null;
	Message: string | null;
	UserId: number;
}

export interface TaskCategoryRecord {
	Name: string;
	IsSystemCategory: boolean;
	SubCategories: Array<{ Id: number; Name: string }>;
}

export type NoteParent = 'applicant' | 'applicantGroup' | 'tenant' | 'lease' | 'rentalOwner' | 'rental' | 'unit' | 'vendor';

export interface NoteRecord {
	Parent: NoteParent;
	ParentId: number;
	Note: string;
	UserId: number;
}

export type ParticipantType = 'Vendor' | 'RentalOwner' | 'RentalTenant' | 'AssociationOwner';

export interface PhoneLogRecord {
	EntityType: ParticipantType;
	EntityId: number;
	UnitAgreement: { Id: number; Type: string } | null;
	UserId: number;
	Subject: string;
	Description: string;
	CallDateTime: string;
}

export interface WorkOrderRecord {
	TaskId: number;
	Title: string;
	DueDate: string | null;
	Priority: string;
	Status: string;
	WorkDetails: string | null;
	InvoiceNumber: string | null;
	ChargeableTo: string | null;
	EntryAllowed: string;
	EntryNotes: string | null;
	VendorId: number;
	VendorNotes: string | null;
	LineItems: Array<{ GlAccountId: number | null; Quantity: number; Memo: string | null; UnitPrice: number }>;
}

export interface FileRecord {
	EntityType: string;
	EntityId: number | null;
	CategoryId: number;
	Title: string;
	Description: string | null;
	PhysicalFileName: string;
	ContentType: string;
	Bytes: Buffer;
}
