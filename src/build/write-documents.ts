import { allDocuments } from '#outputs/documents.ts';
import { hashOf } from '#cache/hash.ts';
import { reuse, type IncrementalBuild } from './incremental.ts';

/** Writes what is neither page nor search, as far as it has changed.
 * @returns how many files were written */
export async function writeDocuments(renewal: IncrementalBuild): Promise<number> {
  const { snapshot, ground, previous, states, files } = renewal;
  const sameGround = previous.standsOn('documents', ground);
  let written = 0;
  for (const { address, state, write } of allDocuments(snapshot)) {
    // What tells no state of itself is small: its bytes are its state.
    const bytes = state ? undefined : await write();
    const made = hashOf(bytes ?? state!());
    states.set(address, made);
    if (sameGround && previous.has(address, made)) {
      reuse(renewal, address);
      continue;
    }
    const content = bytes ?? (await write());
    await files.write(
      address,
      typeof content === 'string' ? content : Uint8Array.from(content).buffer,
    );
    written++;
  }
  await files.allWritten();
  return written;
}
