/**
 * How common given names are, women and men together, as bits: `6` means one person in 64. Made from the name files of the
 * 1990 census of the United States (public domain), rounded to half a bit. It also tells which names are names of their own:
 * Tim and Tom differ by one letter and are two people.
 */
export const GIVEN_NAME_BITS: Readonly<Record<string, string>> = {
	'6': 'james john mary michael robert',
	'6.5': 'david william',
	'7': 'charles joseph richard thomas',
	'7.5': 'barbara christopher daniel donald elizabeth george jennifer linda mark patricia paul',
	'8': 'anthony betty brian dorothy edward helen jason karen kenneth kevin lisa margaret maria matthew nancy ronald steven susan',
	'8.5':
		'andrew angela carol cynthia deborah donna eric frank gary jeffrey jessica jose kimberly larry laura michelle raymond ruth sandra sarah scott sharon ' +
		'shirley stephen timothy',
	'9':
		'alice amanda amy ann anna arthur brenda carl carolyn catherine christine debra dennis diane doris douglas frances gloria gregory harold heather henry ' +
		'janet jean jerry joshua joyce julie kathleen kelly marie martha melissa pamela patrick peter rebecca ryan stephanie teresa terry virginia walter ' +
		'willie',
	'9.5':
		'aaron adam albert andrea ashley benjamin beverly billy brandon bruce cheryl christina denise evelyn fred gerald harry irene jack jane janice jeremy ' +
		'joan joe jonathan juan judith judy justin katherine kathryn kathy keith lawrence leslie lori louis marilyn mildred nicholas nicole rachel ralph randy ' +
		'robin roger rose roy samuel steve tammy theresa tracy wayne',
	'10':
		'alan allen anne annie antonio bobby bonnie bryan carlos carmen carrie chad charlotte chris cindy clarence connie craig crystal curtis dale danny dawn ' +
		'diana earl edith edna elaine ellen emily emma ernest esther ethel eugene florence francis gladys glenn grace howard jacob jacqueline jamie jeff ' +
		'jeffery jesse jimmy johnny josephine julia kim lee leonard lillian lois louise luis lynn manuel marion marjorie martin marvin mike monica nathan norma ' +
		'norman paula pauline peggy philip phillip phyllis rita rodney rosa ruby russell sara sean shannon shawn sheila sherry stanley sylvia thelma tiffany ' +
		'tina todd tony travis victor victoria vincent wanda wendy',
	'10.5':
		'alex alexander alfred alicia amber ana angel anita annette april audrey barry beatrice bernard bernice bertha bradley brittany cathy clara clifford ' +
		'dana danielle darlene debbie dolores don eddie edwin eleanor erica erin eva francisco frederick gail geraldine hazel herbert holly ida jackie jay ' +
		'jessie jesus jill jim joann joanne joel juanita june kyle lauren leroy lorraine lucille marcus mario megan melvin micheal michele miguel oscar randall ' +
		'ray regina renee rhonda ricky roberta ronnie sally samantha stacy suzanne theodore tom troy valerie veronica vivian yvonne',
	'11':
		'agnes allison alma alvin arlene bessie beth bill billie brent brett calvin carla caroline casey cecil charlene charlie claudia clyde colleen constance ' +
		'corey courtney dan darrell dean delores derek derrick dora dustin eileen ella elsie floyd gene georgia gertrude gilbert gina glen glenda gordon greg ' +
		'guadalupe hector heidi herman jeanette jeanne jerome jo johnnie jon jorge joy katie kristen kristin laurie leo leon lester lewis lillie lloyd loretta ' +
		'lucy lydia marc marcia marian marlene maureen maurice melanie melinda minnie natalie nellie pearl pedro ramon reginald ricardo rick roberto rosemary ' +
		'sam shane stacey stella sue tamara tanya tara terri tim tommy tonya tyler vanessa vera vernon vicki viola warren wesley wilma yolanda zachary',
	'11.5':
		'adrian allan andre arnold becky belinda ben bobbie brad brandy carole cassandra chester christian christy claire claude clayton clinton cody cory ' +
		'daisy darren darryl deanna dianne duane dwayne edgar elmer erik erika felicia fernando franklin gabriel geneva guy gwendolyn harvey hilda hugh irma ' +
		'jaime jan jared javier jennie jenny jimmie jody jordan julio karl katrina kay kerry kristina kurt lance leah lena leona lindsay lindsey lonnie mabel ' +
		'mae margarita margie marsha mathew mattie max maxine milton miriam misty mitchell myrtle naomi nathaniel neil nelson nina nora olga pat patsy penny ' +
		'priscilla rafael ramona raul rene roland ron ruben sandy shelly sherri sheryl sonia ted toni tracey tyrone velma vickie violet',
	'12':
		'ada alberta alberto alejandro alfredo alison amelia andy angie antoinette armando arturo austin beulah blanche bob brandi bridget byron candace ' +
		'candice cecilia celia clifton cora daryl dave della donnie dwight eduardo enrique eunice evan everett fannie faye felix flora frankie freddie fredrick ' +
		'gayle genevieve hannah harriet hattie ian inez iris isaac isabel ivan janie jeannette jeremiah joanna jodi joey juana julian julius karla kayla kelli ' +
		'ken kent kirk kristi kristine kristy latoya lola lula luther luz lynda lynne madeline maggie mamie marguerite marianne marshall maryann melody molly ' +
		'monique morris natasha nick olivia opal pam patty perry rosie ross sabrina salvador sergio seth shelia shelley sheri sidney sonya stuart susie ' +
		'terrance terrence verna vicky virgil wade wallace wendell whitney willard yvette',
	'12.5':
		'abraham adrienne alexandra alexis alfonso alton alyssa andres angelica angelina angelo antonia archie bennie benny bernadette bethany betsy blake ' +
		'blanca brooke cameron carlton carroll cecelia cesar chelsea christie cleo colin cristina damon delbert desiree devin dianna dominic doreen doug ' +
		'earnest ed edmund elena eloise erma ernestine ernesto estelle eula felipe freda garry geoffrey gerard gerardo ginger grant gretchen guillermo gwen ' +
		'henrietta homer hope horace hubert ira jacquelyn jana janis jasmine jenna johnathan jonathon kara kari kelley kelvin kendra kenny krista krystal ' +
		'laverne leigh leticia lora loren lorenzo lucas luke lyle lynette mable malcolm marcella marco matt meghan mercedes meredith merle mona morgan muriel ' +
		'myra myron nadine neal nichole noel olive oliver ollie omar orlando otis pablo paulette pete preston rachael randolph raquel rex rickey robbie robyn ' +
		'rochelle roderick rodolfo rosalie rosemarie roxanne rudolph rudy sadie shaun shelby sophia spencer tasha taylor teri tommie traci trevor tricia wilbur ' +
		'willis wm',
	'13':
		'abigail addie adele adriana aida aimee al alisha alonzo aubrey aurora bert bettie bonita bradford brittney bryant caitlin caleb camille candy cara ' +
		'carey carolina cary cassie cedric celeste cheri cherie christa clark clay clint conrad consuelo corinne cornelius dallas darla darnell darrel debora ' +
		'dee delia deloris dena devon dewey dexter dina dixie dominique dorothea dorthy doyle drew ebony effie elbert elias elisa elisabeth ellis elsa elva ' +
		'elvira erick ervin esperanza essie estella etta eugenia faith fay fern forrest francine francisca gale garrett gilberto goldie grady gregg gustavo ' +
		'helena helene hugo ignacio ina ingrid irving ismael israel iva jake janelle janette jeannie jenifer jermaine jewel jewell jillian johanna josefina ' +
		'josh josie karin kate kellie kelsey kerri kimberley kris kristie kristopher lamar lana latasha latonya laurel laurence lela leland lenora lesley levi ' +
		'lila lionel lorena lorene lorna lottie lou lourdes lowell lucia lucinda lupe mack mandy marcos marina marissa marla marta marty maude may melba mindy ' +
		'miranda myrna nell nettie nicolas nikki noah ora orville owen patrica patrice patti percy phil polly ramiro reba rebekah rena rogelio rolando ronda ' +
		'roosevelt rosario rosetta rufus sallie salvatore sammy santiago santos shanna shari shawna sheldon sherman sherrie silvia simon sonja sophie stacie ' +
		'stefanie stewart sylvester tabitha tami tamika tammie terence terrell therese toby tomas tracie trina trisha trudy van wilbert wilfred wilson winifred ' +
		'woodrow',
	'13.5':
		'abby abel adeline aileen alisa alta amos angelia angeline antoine autumn beatriz bette bobbi boyd brendan bret bryce callie carmela cathleen cecile ' +
		'charity chase christi chuck clarice claudette cleveland damian daphne darin darrin deana demetrius dewayne dolly domingo dominick dylan edmond efrain ' +
		'eldon eli elijah elise elma elton emanuel emil emilio emmanuel emmett ester ethan freddy frieda gabriela gabrielle garland gerry glenna gracie ' +
		'graciela grover harley heath humberto imogene irvin isabelle ivy jaclyn janine jayne jeanine jeannine jerald jess jocelyn jodie jolene joni junior ' +
		'justine katharine keisha kendall keri kirsten lacey ladonna lamont lara lea leanne leola lily lizzie logan lorie louie lucile luella luisa manuela ' +
		'marcy margo margret maribel marisa marisol maritza marlon martina mavis mayra micah mickey miles millie mollie moses ola otto paige petra pierre ' +
		'rachelle randal reynaldo rocky rodger roman rosalind royce sammie saul selma shana shauna sheena socorro sondra staci stephan sterling summer susana ' +
		'susanne sybil teddy timmy tonia trent ursula vicente will willa winnie winston young',
};
