import { styleText } from 'node:util';
import { makeSnapshot } from '#snapshot/make-snapshot.ts';
import { shareTexts } from '#outputs/share/share-texts.ts';
import type { Call } from '#cli/command.ts';
import { clockOf, contentFolder } from '#cli/folders.ts';
import { mustGet } from '#lang/lookup.ts';
import { namedAnnouncement } from './named-announcement.ts';

/**
 * `npm run share -- 2026/night-patrol`: prints the texts of an announcement for Telegram, WhatsApp and e-mail, in
 * each of its languages.
 * @throws {UserError} if no published announcement has this name
 */
export async function share(call: Call<'share'>): Promise<void> {
  const { say, values } = call;
  const { snapshot } = await makeSnapshot({ folder: contentFolder(call), clock: clockOf(call) });
  // Held announcements are not in this list, so they cannot be sent by mistake.
  const announcement = namedAnnouncement(
    call.args[0],
    { sound: snapshot.model.announcements, problems: [] },
    'unknown-announcement',
  );

  const texts = Object.keys(announcement.texts).map(
    (locale) => [locale, shareTexts(snapshot, locale, announcement)] as const,
  );
  if (values.json) return console.log(JSON.stringify(Object.fromEntries(texts), null, 2));
  for (const [locale, { telegram, telegramCaption, whatsapp, email }] of texts) {
    const language = mustGet(snapshot.model.strings, locale).t('language.name');
    const parts = [
      ['share.telegram', telegram],
      ['share.caption', telegramCaption],
      ['share.whatsapp', whatsapp],
      ['share.email', `${email.subject}\n\n${email.body}`],
    ] as const;
    for (const [name, text] of parts)
      console.log(`${styleText('bold', `${language}. ${say(name)}`)}\n\n${text}\n`);
  }
}
