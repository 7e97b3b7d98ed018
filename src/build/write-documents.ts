import { documentsOf } from '#outputs/documents.ts';
import { digestOf } from '#cache/hash.ts';
import { keep, type Renewal } from './incremental.ts';

/** Writes what is neither page nor search, as far as it has changed.
 * @returns how many files were written */
export async function renewDocuments(renewal: Renewal): Promise<number> {
  const { edition, ground, previous, states, files } = renewal;
  const sameGround = previous.standsOn('documents', ground);
  let written = 0;
  for (const { address, state, write } of documentsOf(edition)) {
    // What tells no state of itself is small: its bytes are its state.
    const bytes = state ? undefined : await write();
    const made = digestOf(bytes ?? state!());
    states.set(address, made);
    if (sameGround && previous.has(address, made)) {
      keep(renewal, address);
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
