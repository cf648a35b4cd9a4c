// Runs before the first paint, so that a dark screen never flashes white. The app keeps both in step later.
(function () {
	var choice = 'system';
	try {
		choice = localStorage.getItem('onsite-theme') || 'system';
	} catch (e) {
		// Storage may be blocked: the system's choice holds.
	}
	var dark =
		choice === 'dark' ||
		(choice === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
	document.documentElement.dataset.theme = dark ? 'dark' : 'light';
	document.querySelector('meta[name="theme-color"]').content = dark ? '#141618' : '#faf9f6';
})();
