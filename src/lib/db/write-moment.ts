/** When and by which device something is written; passed in, so that nothing here reads a clock. */
import type { Moment } from '../scheduler/study-day.ts';

/** The scheduler's "now" with the device's id added: `{ ...now, dev }`. */
export interface WriteMoment extends Pick<Moment, 't' | 'day'> {
	/** Id of this device. */
	dev: string;
}
