/** Study days of many instants: asking the calendar for each of a million answers would take minutes. */
import { offsetMinutes, studyDayOf, type Zone } from '../../scheduler/study-day.ts';

/** Clocks change on the quarter hour, in every zone since 1972. */
const QUARTER = 900_000;
const MOST_KEPT = 200_000;

export class StudyDays {
	private readonly offsets = new Map<number, number>();

	constructor(private readonly zone: Zone) {}

	/** Minutes east of UTC at an instant in ms. */
	offset(t: number): number {
		const quarter = Math.floor(t / QUARTER);
		const known = this.offsets.get(quarter);
		if (known !== undefined) return known;
		if (this.offsets.size >= MOST_KEPT) this.offsets.clear();
		const offset = offsetMinutes(this.zone.timeZone, quarter * QUARTER);
		this.offsets.set(quarter, offset);
		return offset;
	}

	/** The study day of an instant in ms. */
	day(t: number): number {
		return studyDayOf(t, this.offset(t), this.zone.rolloverHour);
	}
}
