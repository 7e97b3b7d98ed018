/** Why a file of the search could not be used. */
export type FailureKind = 'offline' | 'server' | 'damaged';

/** A file of the search that could not be downloaded, or whose content is not what the search wrote. */
export class DownloadError extends Error {
  readonly kind: FailureKind;
  /** True when the server no longer has the file: a newer index has replaced the one that this page opened. */
  readonly isGone: boolean;

  constructor(kind: FailureKind, address: string, status?: number) {
    super(`${kind}: ${status ?? ''} ${address}`);
    this.kind = kind;
    this.isGone = status === 404 || status === 410;
  }
}

/** The pauses in milliseconds before a failed download is tried again. */
const pauses = [400, 1600];

/** A download without a new byte for this many milliseconds has failed. */
const stalled = 15_000;

/**
 * Downloads a file and checks it. A failure is retried twice, past the browser's cache, because a damaged copy may be
 * there.
 * @param read reads the bytes; throws when they are damaged
 * @throws {DownloadError} when all tries have failed
 */
export async function download<Content>(
  address: string,
  read: (bytes: Uint8Array<ArrayBuffer>) => Content | Promise<Content>,
  cache: RequestCache = 'default',
): Promise<Content> {
  for (const pause of pauses) {
    try {
      return await tryDownload(address, read, cache);
    } catch (error) {
      if ((error as DownloadError).isGone || !navigator.onLine) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
    cache = 'reload';
  }
  return tryDownload(address, read, cache);
}

async function tryDownload<Content>(
  address: string,
  read: (bytes: Uint8Array<ArrayBuffer>) => Content | Promise<Content>,
  cache: RequestCache,
): Promise<Content> {
  const bytes = await bytesOf(address, cache);
  try {
    return await read(bytes);
  } catch {
    throw new DownloadError('damaged', address);
  }
}

/** Not a time limit for the whole download: on a slow phone, a large file may take minutes. */
async function bytesOf(address: string, cache: RequestCache): Promise<Uint8Array<ArrayBuffer>> {
  const stop = new AbortController();
  let watch = setTimeout(() => stop.abort(), stalled);
  try {
    const response = await fetch(address, { cache, signal: stop.signal });
    if (!response.ok) throw new DownloadError('server', address, response.status);
    const parts: Array<Uint8Array<ArrayBuffer>> = [];
    for (const reader = response.body!.getReader(); ;) {
      const { done, value } = await reader.read();
      if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
      parts.push(value);
      clearTimeout(watch);
      watch = setTimeout(() => stop.abort(), stalled);
    }
  } catch (error) {
    throw error instanceof DownloadError ? error : new DownloadError('offline', address);
  } finally {
    clearTimeout(watch);
  }
}

/** The signature of Pagefind's files, inside the compression. */
const signature = 'pagefind_dcd';

/**
 * Unpacks one of Pagefind's files. The checksum of gzip proves that it is whole.
 * @returns the bytes with their signature, as Pagefind accepts them
 * @throws {Error} when the file is damaged, or is something else
 */
export async function unpacked(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  // Some servers announce the compression of the file as that of the connection, and the browser has undone it.
  const plain = isSigned(bytes) ? bytes : await gunzipped(bytes);
  if (!isSigned(plain)) throw new Error('Not a file of Pagefind');
  return plain;
}

/** The JSON in one of Pagefind's files, as `unpacked` returns it. */
export function jsonIn<Value>(bytes: Uint8Array): Value {
  return JSON.parse(new TextDecoder().decode(bytes.subarray(signature.length))) as Value;
}

/** @throws {Error} when the checksum does not fit */
export async function gunzipped(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function isSigned(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes.subarray(0, signature.length)) === signature;
}
