/**
 * How common surnames are, as bits: `6.5` means that one person in 2^6.5 has it. A name that is not here is rarer than one in
 * ten thousand. Made from the name files of the 1990 census of the United States (public domain), rounded to half a bit; to be
 * made again only from a table of the same kind, because the weights were fitted with it.
 */
export const SURNAME_BITS: Readonly<Record<string, string>> = {
	'6.5': 'smith',
	'7': 'johnson williams',
	'7.5': 'brown davis jones',
	'8': 'miller wilson',
	'8.5': 'anderson garcia harris jackson martin martinez moore robinson taylor thomas thompson white',
	'9': 'adams allen baker clark gonzalez green hall hernandez hill king lee lewis lopez rodriguez scott walker wright young',
	'9.5': 'bell campbell carter collins cook edwards evans mitchell morgan morris murphy nelson parker perez phillips reed roberts rogers sanchez stewart turner',
	'10':
		'alexander bailey barnes bennett brooks bryant butler coleman cooper cox diaz flores foster gonzales gray griffin hayes henderson howard hughes james ' +
		'jenkins kelly long myers patterson perry peterson powell price ramirez richardson rivera ross russell sanders simmons torres ward washington watson ' +
		'wood',
	'10.5':
		'black boyd burns cole crawford cruz daniels dixon ellis ferguson fisher ford freeman gibson gomez gordon graham grant hamilton harrison hawkins henry ' +
		'hicks holmes hunt hunter jordan kennedy knight marshall mason mcdonald mills morales murray nichols ortiz owens palmer porter ramos reyes reynolds ' +
		'rice robertson rose shaw simpson stevens stone sullivan tucker wallace warren webb wells west woods',
	'11':
		'alvarez andrews armstrong arnold austin banks berry bishop bowman bradley brewer burke burton carlson carpenter carr carroll castillo chapman chavez ' +
		'cunningham day dean duncan dunn elliott fernandez fields fowler fox franklin frazier fuller gardner garrett garza george gilbert greene gutierrez ' +
		'hansen hanson harper hart harvey hoffman holland howell hudson jacobs johnston kelley kim lane larson lawrence lawson little lynch matthews mccoy ' +
		'medina mendoza meyer montgomery moreno morrison nguyen oliver olson payne pearson perkins peters pierce ray reid richards riley romero ruiz ryan ' +
		'schmidt silva sims snyder spencer stanley stephens vasquez wagner watkins weaver welch wheeler williamson willis',
	'11.5':
		'aguilar baldwin ball barber barker barnett barrett bates beck benson blair bowen burgess bush byrd caldwell cannon castro chambers chandler cohen ' +
		'craig cross cummings curry curtis daniel davidson dawson delgado dennis douglas farmer fleming fletcher garner glover goodwin graves gregory griffith ' +
		'guzman hale hardy harmon haynes herrera higgins hines holt hopkins horton hubbard ingram jennings jensen jimenez keller lambert leonard love lowe ' +
		'lucas lyons mack mann manning may mcdaniel mcgee mckinney mendez miles moss mullins munoz neal newman newton norris obrien page parks pena potter ' +
		'powers ramsey reese reeves rhodes robbins rodgers rodriquez salazar santiago santos schneider schultz sharp shelton soto steele stevenson strickland ' +
		'sutton tate terry thornton todd townsend valdez vargas vaughn vega wade walsh walters walton warner watts weber wolfe',
	'12':
		'abbott acosta adkins allison alvarado anthony atkins ayala ballard barton bass baxter becker blake bond boone bowers bradford brady bridges briggs ' +
		'brock bruce bryan buchanan burnett cain cameron carson casey charles chase christensen christian clarke clay clayton cobb cochran collier colon combs ' +
		'conley conner contreras copeland cortez davenport dickerson dominguez doyle drake dyer erickson espinoza estrada figueroa fischer fitzgerald flowers ' +
		'floyd flynn francis frank french gaines gallagher gates gibbs gill gilmore goodman greer grimes gross guerrero hammond hampton hancock harrington ' +
		'heath hensley hodge hodges hogan holloway hood hoover houston huff huffman jefferson joseph kirby kirk klein kramer lamb lang larsen lindsey lloyd ' +
		'logan luna maldonado malone marquez marsh massey mathews mathis maxwell mcbride mccarthy mcclain mccormick mcguire mckenzie mclaughlin melton molina ' +
		'monroe moody moran morrow morton mosley nash nicholson norman norton nunez oconnor oneal ortega osborne owen padilla park parsons patrick patton paul ' +
		'phelps pittman pitts poole pope pratt quinn randall richard rios roberson roman rowe roy sandoval saunders sawyer schwartz shaffer shepherd sherman ' +
		'short simon singleton skinner small snow sparks stokes summers swanson tran tyler underwood vazquez wall ware waters webster whitaker wiggins wilcox ' +
		'wilkerson wilkins wise wolf wong wyatt yates zimmerman',
	'12.5':
		'ashley atkinson avery avila ayers barr barron barry bartlett battle bauer bean beard beasley bentley benton berg bernard best blackburn blackwell ' +
		'blanchard blankenship blevins booker booth boyer bradshaw branch bray brennan browning buck buckley bullock cabrera calhoun callahan camacho campos ' +
		'cantu cardenas carey carrillo carver case cervantes chan chang chen cherry church cline conway crosby dalton decker deleon dickson dillon dodson ' +
		'donaldson dorsey dotson dudley duran durham eaton ellison english estes everett farley farrell faulkner finley foley frost fuentes gallegos galloway ' +
		'gamble garrison gay gentry giles gillespie glass glenn golden gould guerra haley hardin harding harrell hartman hatfield hebert hendricks henson ' +
		'herman herring hess hester hickman hinton hobbs holman hopper horn horne house howe hull humphrey hurley hurst hutchinson jacobson johns joyce juarez ' +
		'kane keith kemp kent kerr key kline knapp knox koch landry lara leach leblanc leon lester livingston lowery macdonald maddox marks maynard mays mccall ' +
		'mcclure mcconnell mccullough mcdowell mcfarland mcintosh mcintyre mckee mcknight mclean mcmillan mcneil meadows mejia melendez mercado merritt meyers ' +
		'middleton miranda montoya moon morin morse moses mueller navarro nixon noble nolan ochoa olsen oneill orr pace pacheco parrish patel peck pennington ' +
		'petersen petty potts preston prince pruitt pugh randolph rich richmond rivas rivers roach robles rojas rollins rosario roth rush russo salas salinas ' +
		'sampson sanford santana savage schroeder sellers serrano sexton shannon shepard sheppard shields sloan solis solomon spears spence stafford stephenson ' +
		'stout strong suarez sweeney tanner terrell tillman trevino trujillo valentine vance velasquez velez villarreal vincent waller walls walter weeks weiss ' +
		'whitehead whitney wiley wilkinson william winters woodard woodward yang york zamora',
	'13':
		'acevedo aguirre akers albert alford alston andersen andrade archer arrington arroyo bacon baird barlow barrera beach beatty belcher bender benjamin ' +
		'berger bird bland blanton blue boggs bolden bolton bonner boucher boyce boyle brandon brandt braun bright britt buckner bunch burch burks burris burt ' +
		'butts byers calderon camp cantrell carney cash castaneda chamberlain chaney childers childress childs clements clemons cleveland clifton coffey ' +
		'compton connor conrad cooke cooley corbett cordova costa cote cotton covington cowan crabtree craft cramer crane crowe crowley crum dailey dale ' +
		'daugherty david davies dejesus delacruz delaney dillard dodd donahue donovan dougherty downing downs duffy duke dunbar dunlap dye elder eldridge ' +
		'elkins elmore emerson england ervin escobar ewing farris felix ferrell field finch fitzpatrick flanagan fontenot forbes foreman franco franks ' +
		'frederick friedman fry frye fulton gagnon galvan gary gibbons gilliam godfrey goff goldstein good gore goss grace grady gregg griggs guthrie guy haas ' +
		'hahn hamm haney hanna harden hartley hastings hatcher hayden hays head heard helms hendrix herbert herron hewitt hilton holcomb holden holder holley ' +
		'hollis hooper huber hutchins hyde ibarra irwin jamison jarvis joyner justice kaufman kendall kendrick kidd kimball kinney kirkland kirkpatrick knowles ' +
		'krause krueger lake lancaster langley law le levine levy lindsay lockhart lott lozano lucero lugo lutz lynn lyon macias mackey madden madison magee ' +
		'mahoney maloney manley mayer mayes mayfield mayo mcallister mccann mccarty mccray mcfadden mcghee mcginnis mcgowan mcgrath mckay mcleod mcmahon ' +
		'mcpherson meeks mercer merrill michael minor mobley montes mooney mora moser moyer mullen newell newsome nielsen nieves noel oconnell odell odom ' +
		'odonnell oneil orozco osborn pate pearce pickett pierson pike plummer polk pollard ponce proctor pryor puckett rangel rankin rasmussen ratliff raymond ' +
		'reilly reyna riddle riggs ritter rocha rosa rosado rosales rouse rowland rubio rucker rutherford rutledge sargent schaefer sears seymour sharpe shea ' +
		'shirley shoemaker simms sinclair slater slaughter smart snider sosa spivey springer stanton stark starr stein stinson stuart swain sweet sykes talley ' +
		'tatum tracy travis tyson valencia valenzuela vang vaughan velazquez villa villanueva vinson walden wang webber werner whitfield whitley wilder winter ' +
		'witt womack wooten workman wynn yarbrough yoder',
	'13.5':
		'ames amos arias arthur beltran bergeron bingham bonilla bowden bowling britton broussard byrne carlton cartwright chappell christopher cisneros ' +
		'clement coffman corbin correa costello couch courtney crockett crouch crow cuevas davila delarosa dempsey denton dickey dickinson dooley downey dubois ' +
		'emery erwin espinosa forrest frey fritz garland goins goldberg gorman greenwood groves gunn gunter haines hendrickson hickey hilliard hinkle ho ' +
		'hoskins hurt ivey john kaiser katz kessler kuhn lacy lam latham lehman leslie locke lord lowry manuel mata mccabe mcdermott mcelroy mcgill meade ' +
		'milligan milton muniz nance neely nix norwood novak numbers pagan paige payton phipps pineda poe pritchard quinones rainey reece roe samuels schmitt ' +
		'self sewell shafer snell stanford sterling steward stroud tapia teague thurman tipton tolbert trent tuttle vickers vigil welsh weston whaley wills ' +
		'winston woodruff worley zuniga',
};
