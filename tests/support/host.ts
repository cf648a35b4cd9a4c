/** A static host that a test can change under the app: another release, broken files, unplugged. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { extname, join } from 'node:path';

const TYPES: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript',
	'.css': 'text/css',
	'.json': 'application/json',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.woff2': 'font/woff2',
	'.webmanifest': 'application/manifest+json',
	'.wasm': 'application/wasm',
};

export type Answer = (response: ServerResponse) => void;

/** What hosts do wrong. */
export const broken: Record<'error' | 'page' | 'cut', Answer> = {
	error: (response) => void response.writeHead(500).end('Internal error'),
	/** A rewrite rule answers a missing file with the page, and says that all is well. */
	page: (response) =>
		void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><p>Hello'),
	cut: (response) => void response.destroy(),
};

export class Host {
	/** Served now; assign another one to deploy it. */
	folder: string;
	/** Sub-path such as `/onsite`. */
	readonly base: string;
	/** Answers in place of the file, by pathname without the base. */
	readonly instead = new Map<string, Answer>();
	/** Pathnames that were asked for. */
	readonly asked: string[] = [];
	#server: Server;
	#sockets = new Set<Socket>();
	#port = 0;

	private constructor(folder: string, base: string) {
		this.folder = folder;
		this.base = base;
		this.#server = createServer((request, response) => this.#answer(request.url ?? '/', response));
		this.#server.on('connection', (socket) => {
			this.#sockets.add(socket);
			socket.on('close', () => this.#sockets.delete(socket));
		});
	}

	static async start(folder: string, base = ''): Promise<Host> {
		const host = new Host(folder, base);
		await host.plugIn();
		return host;
	}

	/** Address of the app, with `/` at the end. */
	get url(): string {
		return `http://localhost:${this.#port}${this.base}/`;
	}

	/** From now on nothing answers at this address. */
	async unplug(): Promise<void> {
		const closed = new Promise((resolve) => this.#server.close(resolve));
		for (const socket of this.#sockets) socket.destroy();
		await closed;
	}

	/** Answers again, at the same address. */
	async plugIn(): Promise<void> {
		await new Promise<void>((resolve) => this.#server.listen(this.#port, resolve));
		this.#port = (this.#server.address() as AddressInfo).port;
	}

	#answer(url: string, response: ServerResponse): void {
		const whole = decodeURIComponent(new URL(url, 'http://host').pathname);
		if (!`${whole}/`.startsWith(`${this.base}/`)) return void response.writeHead(404).end();
		const pathname = whole.slice(this.base.length) || '/';
		this.asked.push(pathname);
		const instead = this.instead.get(pathname);
		if (instead) instead(response);
		else this.serve(pathname, response);
	}

	/** Answers with the file of this name as it is now. */
	serve(pathname: string, response: ServerResponse): void {
		const file = this.#fileFor(pathname);
		if (!file) return void response.writeHead(404).end('Not found');
		response.writeHead(200, {
			'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
			'cache-control': 'no-store',
		});
		createReadStream(file).pipe(response);
	}

	/** Pages that are not there get the fallback, as the hosting notes ask for; files do not. */
	#fileFor(pathname: string): string | undefined {
		const candidates = [pathname, `${pathname}.html`, join(pathname, 'index.html')];
		if (extname(pathname) === '') candidates.push('200.html');
		return candidates
			.map((name) => join(this.folder, name))
			.find((path) => existsSync(path) && statSync(path).isFile());
	}
}
