import { styleText } from 'node:util';
import { makeEdition } from '#edition/make-edition.ts';
import { nearest } from '#lang/nearest.ts';
import { shareTexts } from '#outputs/share.ts';
import { type Call, Refusal } from './command.ts';
import { clockOf, contentFolder } from './folders.ts';

/** `npm run share -- 2026/night-patrol`: the texts of an announcement for Telegram, WhatsApp and e-mail, in each of its languages.
 * @throws {Refusal} when no published announcement has this name */
export async function share(call: Call): Promise<void> {
  const { say, values } = call;
  const written = call.args[0]!;
  const { edition } = await makeEdition({ folder: contentFolder(call), clock: clockOf(call) });
  // Also from an address that was copied out of a browser.
  const id = /(?<id>\d{4}\/[a-z0-9-]+)\/?$/u.exec(written)?.groups!.id ?? written;
  const announcement = edition.byId.get(id);
  // What is held is not there: nobody can send it by mistake.
  if (!announcement) throw new Refusal('unknown-announcement', { id: written, nearest: nearest(id, edition.byId.keys()) ?? [...edition.byId.keys()][0] ?? '—' });

  const texts = Object.keys(announcement.texts).map((locale) => [locale, shareTexts(edition, locale, announcement)] as const);
  if (values.json) return console.log(JSON.stringify(Object.fromEntries(texts), null, 2));
  for (const [locale, { telegram, telegramCaption, whatsapp, email }] of texts) {
    const language = edition.model.strings.get(locale)!.t('language.name');
    const parts = [['share.telegram', telegram], ['share.caption', telegramCaption], ['share.whatsapp', whatsapp], ['share.email', `${email.subject}\n\n${email.body}`]] as const;
    for (const [name, text] of parts) console.log(`${styleText('bold', `${language}. ${say(name)}`)}\n\n${text}\n`);
  }
}
