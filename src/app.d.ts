declare global {
	namespace App {
		interface Error {
			message: string;
		}
		interface PageState {
			/** The entry of the history before this one is a page of ours. */
			cameFromHere?: boolean;
		}
	}
}

export {};
