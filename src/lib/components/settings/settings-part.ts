/** The settings that the screen shows, as its parts take and report them. */
export interface SettingsPart {
	theme: 'system' | 'light' | 'dark';
	rolloverHour: number;
	timeZone: string;
	twoButtons: boolean;
	typeIn: boolean;
	swipes: boolean;
	shortcuts: boolean;
	path: string | null;
	minutesPerDay: number;
	interviewDate: string | null;
	/** `null` as long as neither the person nor a first drill has decided. */
	newDrills: boolean | null;
}
