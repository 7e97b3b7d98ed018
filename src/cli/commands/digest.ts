import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { makeSnapshot } from '#snapshot/make-snapshot.ts';
import { weeksOf } from '#snapshot/weeks-of-news.ts';
import { nearest } from '#lang/nearest.ts';
import { writeDigestMail } from '#outputs/share/digest-mail.ts';
import { type Call } from '#cli/command.ts';
import { clockOf, contentFolder } from '#cli/folders.ts';
import { print } from '#cli/terminal/print.ts';
import { UserError } from '#messages/user-error.ts';

/**
 * `npm run digest -- 2026-W04`: writes the digest of a week as an e-mail to send, one file per language. Without a
 * week, the last one.
 * @throws {UserError} if nothing was published in that week, or it is not over
 */
export async function digest(call: Call<'digest'>): Promise<void> {
  const { snapshot } = await makeSnapshot({ folder: contentFolder(call), clock: clockOf(call) });
  const { site } = snapshot.model;
  const from = site.contacts.emails[0]?.address;
  if (from === undefined) throw new UserError('digest-without-sender');

  const weeks = new Map(site.locales.map((locale) => [locale, weeksOf(snapshot, locale)]));
  const names = [...new Set([...weeks.values()].flatMap((all) => all.map(({ name }) => name)))]
    .sort()
    .reverse();
  const [written] = call.args;
  const name = written?.toUpperCase() ?? names[0];
  if (name === undefined) throw new UserError('no-weeks');
  if (!names.includes(name))
    throw new UserError('unknown-week', {
      week: written ?? name,
      nearest: nearest(name, names) ?? names[0] ?? '—',
    });

  for (const [locale, all] of weeks) {
    const week = all.find((each) => each.name === name);
    if (!week) continue;
    const file = `digest-${name}.${locale}.eml`;
    writeFileSync(resolve(call.cwd, file), await writeDigestMail(snapshot, locale, week, from));
    print(call.say('digest-written', { file }));
  }
}
