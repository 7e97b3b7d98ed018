import MailComposer from 'nodemailer/lib/mail-composer';
import type { ContentSnapshot } from '#snapshot/snapshot.ts';
import type { WeekOfNews } from '#snapshot/weeks-of-news.ts';
import type { Locale } from '#lang/locale.ts';
import { digestMailId } from '#site/ids.ts';
import { absolute, urls } from '#site/urls.ts';
import { weekTitle } from '#views/pages/weeks.ts';
import { inLocale } from '#lang/lookup.ts';
import { digestContent, digestText } from './digest-content.ts';

/**
 * Writes the digest of a week as an e-mail with a text and an HTML part (RFC 5322). Only the recipients are
 * missing. `X-Unsent` makes mail programs open it as a draft. The same week gives the same bytes.
 * @param from the e-mail address of the press office
 */
export async function writeDigestMail(
  snapshot: ContentSnapshot,
  locale: Locale,
  week: WeekOfNews,
  from: string,
): Promise<Buffer> {
  const context = snapshot.language(locale);
  const { site } = context;
  const page = absolute(site, urls.week(locale, week.name));
  const title = weekTitle(context, week);
  const mail = new MailComposer({
    from: { name: inLocale(site.publisher.name, locale), address: from },
    subject: title,
    date: week.end,
    messageId: `<${digestMailId(site, locale, week.name)}>`,
    baseBoundary: week.name,
    newline: 'windows',
    headers: { 'X-Unsent': '1', 'Content-Language': locale },
    text: `${title}\n\n${digestText(context, week, page)}\n`,
    html: digestContent(context, week, page),
  });
  return await mail.compile().build();
}
