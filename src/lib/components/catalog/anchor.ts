/** The name under which a part of a page can be linked to. */
export function anchor(title: string): string {
	return title.toLowerCase().replaceAll(' ', '-');
}
