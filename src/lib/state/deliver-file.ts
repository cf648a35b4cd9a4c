/** Hands a file to the person: the share sheet on a phone that takes it, a download elsewhere. */

/** Long enough for every browser to have begun reading; the memory is given back after. */
const RELEASE_MS = 60_000;

/**
 * A name of our own kind goes out without a type: by its real one, Safari may unpack the file on
 * arrival, and what is left could not be restored.
 * @returns `cancelled` where the person closed the share sheet; a download cannot tell
 */
export async function deliverFile(blob: Blob, name: string): Promise<'delivered' | 'cancelled'> {
	const file = new File([blob], name, {
		type: name.endsWith('.onsite') ? 'application/octet-stream' : blob.type,
	});
	if (matchMedia('(pointer: coarse)').matches && navigator.canShare?.({ files: [file] })) {
		try {
			await navigator.share({ files: [file], title: name });
			return 'delivered';
		} catch (problem) {
			if (problem instanceof DOMException && problem.name === 'AbortError') return 'cancelled';
			// Making a large file may outlast the press that allows sharing: a download needs none.
		}
	}
	const url = URL.createObjectURL(file);
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(url), RELEASE_MS);
	return 'delivered';
}
