/**
 * Area codes of the North American Numbering Plan by region, with the time zones in which they lie.
 * Derived from the public assignments of the North American Numbering Plan Administrator and the Canadian Numbering
 * Administrator as known in late 2025; the test compares them with libphonenumber's metadata. Zones err on the side of
 * more: a code that touches a second zone lists both, because texting hours must hold in each. Codes assigned later are
 * not an error: zones.ts answers them with every continental zone.
 */
export interface NanpRegion {
	/** ISO 3166. */
	country: string;
	/** Two letters of the US state or territory or Canadian province; null where codes serve several, or abroad. */
	region: string | null;
	/** Zones of all codes that `also` does not name. */
	zones: readonly string[];
	codes: string;
	/** Codes that lie in further zones. */
	also?: Readonly<Record<string, readonly string[]>>;
}

const EASTERN = 'America/New_York';
const CENTRAL = 'America/Chicago';
const MOUNTAIN = 'America/Denver';
const PACIFIC = 'America/Los_Angeles';

function us(region: string, zone: string, codes: string, also?: Record<string, readonly string[]>): NanpRegion {
	return { country: 'US', region, zones: [zone], codes, ...(also && { also }) };
}

function ca(region: string | null, zones: readonly string[], codes: string, also?: Record<string, readonly string[]>): NanpRegion {
	return { country: 'CA', region, zones, codes, ...(also && { also }) };
}

/** A country or territory with a numbering area of its own. */
function island(country: string, zone: string, codes: string, region: string | null = null): NanpRegion {
	return { country, region, zones: [zone], codes };
}

export const NANP_REGIONS: readonly NanpRegion[] = [
	us('AL', CENTRAL, '205 251 256 334 659 938', { 334: [EASTERN] }),
	us('AK', 'America/Anchorage', '907', { 907: ['America/Adak'] }),
	us('AZ', 'America/Phoenix', '480 520 602 623 928', { 928: [MOUNTAIN] }),
	us('AR', CENTRAL, '327 479 501 870'),
	us(
		'CA',
		PACIFIC,
		'209 213 279 310 323 341 350 357 369 408 415 424 442 510 530 559 562 619 626 628 650 657 661 669 707 714 738 747 760 805 818 820 831 837 840 858 909 916 925 949 951',
	),
	us('CO', MOUNTAIN, '303 719 720 748 970 983'),
	us('CT', EASTERN, '203 475 860 959'),
	us('DC', EASTERN, '202 771'),
	us('DE', EASTERN, '302'),
	us('FL', EASTERN, '239 305 321 324 352 386 407 448 561 645 656 689 727 728 754 772 786 813 850 863 904 941 954', {
		448: [CENTRAL],
		850: [CENTRAL],
	}),
	us('GA', EASTERN, '229 404 470 478 678 706 762 770 912 943'),
	us('HI', 'Pacific/Honolulu', '808'),
	us('IA', CENTRAL, '319 515 563 641 712'),
	us('ID', 'America/Boise', '208 986', { 208: [PACIFIC], 986: [PACIFIC] }),
	us('IL', CENTRAL, '217 224 309 312 331 447 464 618 630 708 730 773 779 815 847 861 872'),
	us('IN', 'America/Indiana/Indianapolis', '219 260 317 463 574 765 812 930', {
		219: [CENTRAL],
		574: [CENTRAL],
		765: [CENTRAL],
		812: [CENTRAL],
		930: [CENTRAL],
	}),
	us('KS', CENTRAL, '316 620 785 913', { 620: [MOUNTAIN], 785: [MOUNTAIN] }),
	us('KY', EASTERN, '270 364 502 606 859', { 270: [CENTRAL], 364: [CENTRAL], 502: [CENTRAL], 606: [CENTRAL] }),
	us('LA', CENTRAL, '225 318 337 457 504 985'),
	us('MA', EASTERN, '339 351 413 508 617 774 781 857 978'),
	us('MD', EASTERN, '227 240 301 410 443 667'),
	us('ME', EASTERN, '207'),
	us('MI', 'America/Detroit', '231 248 269 313 517 586 616 679 734 810 906 947 989', { 906: [CENTRAL] }),
	us('MN', CENTRAL, '218 320 507 612 651 763 924 952'),
	us('MO', CENTRAL, '235 314 417 557 573 636 660 816 975'),
	us('MS', CENTRAL, '228 601 662 769'),
	us('MT', MOUNTAIN, '406'),
	us('NC', EASTERN, '252 336 472 704 743 828 910 919 980 984'),
	us('ND', CENTRAL, '701', { 701: [MOUNTAIN] }),
	us('NE', CENTRAL, '308 402 531', { 308: [MOUNTAIN] }),
	us('NH', EASTERN, '603'),
	us('NJ', EASTERN, '201 551 609 640 732 848 856 862 908 973'),
	us('NM', MOUNTAIN, '505 575'),
	us('NV', PACIFIC, '702 725 775', { 775: [MOUNTAIN] }),
	us('NY', EASTERN, '212 315 329 332 347 363 516 518 585 607 624 631 646 680 716 718 838 845 914 917 929 934'),
	us('OH', EASTERN, '216 220 234 283 326 330 380 419 436 440 513 567 614 740 937'),
	us('OK', CENTRAL, '405 539 572 580 918'),
	us('OR', PACIFIC, '458 503 541 971', { 458: [MOUNTAIN], 541: [MOUNTAIN] }),
	us('PA', EASTERN, '215 223 267 272 412 445 484 570 582 610 717 724 814 835 878'),
	us('RI', EASTERN, '401'),
	us('SC', EASTERN, '803 821 839 843 854 864'),
	us('SD', CENTRAL, '605', { 605: [MOUNTAIN] }),
	us('TN', CENTRAL, '423 615 629 731 865 901 931', { 423: [EASTERN], 865: [EASTERN], 931: [EASTERN] }),
	us(
		'TX',
		CENTRAL,
		'210 214 254 281 325 346 361 409 430 432 469 512 621 682 713 726 737 806 817 830 832 903 915 936 940 945 956 972 979',
		{
			432: [MOUNTAIN],
			915: [MOUNTAIN],
		},
	),
	us('UT', MOUNTAIN, '385 435 801'),
	us('VA', EASTERN, '276 434 540 571 686 703 757 804 826 948'),
	us('VT', EASTERN, '802'),
	us('WA', PACIFIC, '206 253 360 425 509 564'),
	us('WI', CENTRAL, '262 274 353 414 534 608 715 920'),
	us('WV', EASTERN, '304 681'),
	us('WY', MOUNTAIN, '307'),

	island('AS', 'Pacific/Pago_Pago', '684', 'AS'),
	island('GU', 'Pacific/Guam', '671', 'GU'),
	island('MP', 'Pacific/Saipan', '670', 'MP'),
	island('PR', 'America/Puerto_Rico', '787 939', 'PR'),
	island('VI', 'America/St_Thomas', '340', 'VI'),

	ca('AB', ['America/Edmonton'], '368 403 587 780 825'),
	ca('BC', ['America/Vancouver', 'America/Edmonton', 'America/Fort_Nelson'], '236 250 257 672 778'),
	ca('BC', ['America/Vancouver'], '604'),
	ca('MB', ['America/Winnipeg'], '204 431 584'),
	ca('NB', ['America/Moncton'], '428 506'),
	ca('NL', ['America/St_Johns', 'America/Goose_Bay'], '709 879'),
	// Nova Scotia and Prince Edward Island share their codes.
	ca(null, ['America/Halifax'], '782 902'),
	ca('ON', ['America/Toronto'], '226 249 289 343 365 382 416 437 519 548 613 647 683 705 742 753 807 905 942', {
		807: ['America/Winnipeg', 'America/Atikokan'],
	}),
	ca('QC', ['America/Toronto'], '263 273 354 367 418 438 450 468 514 579 581 819 873', {
		273: ['America/Halifax'],
		367: ['America/Halifax'],
		418: ['America/Halifax'],
		581: ['America/Halifax'],
	}),
	ca('SK', ['America/Regina', 'America/Edmonton'], '306 474 639'),
	// Yukon, the Northwest Territories and Nunavut share one code across four hours.
	ca(null, ['America/Whitehorse', 'America/Yellowknife', 'America/Rankin_Inlet', 'America/Iqaluit'], '867'),

	island('AG', 'America/Antigua', '268'),
	island('AI', 'America/Anguilla', '264'),
	island('BB', 'America/Barbados', '246'),
	island('BM', 'Atlantic/Bermuda', '441'),
	island('BS', 'America/Nassau', '242'),
	island('DM', 'America/Dominica', '767'),
	island('DO', 'America/Santo_Domingo', '809 829 849'),
	island('GD', 'America/Grenada', '473'),
	island('JM', 'America/Jamaica', '658 876'),
	island('KN', 'America/St_Kitts', '869'),
	island('KY', 'America/Cayman', '345'),
	island('LC', 'America/St_Lucia', '758'),
	island('MS', 'America/Montserrat', '664'),
	island('SX', 'America/Lower_Princes', '721'),
	island('TC', 'America/Grand_Turk', '649'),
	island('TT', 'America/Port_of_Spain', '868'),
	island('VC', 'America/St_Vincent', '784'),
	island('VG', 'America/Tortola', '284'),
];
