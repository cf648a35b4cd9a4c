/** The lines of the calculator, kept while the app is open: a look elsewhere must not lose them. */

class Calculator {
	lines = $state(['']);
	/** The table that stands beside them. */
	table = $state('latency');

	clear(): void {
		this.lines = [''];
	}
}

export const calculator = new Calculator();
