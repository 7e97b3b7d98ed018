import { resolve } from 'node:path';
import { createClock } from '#clock.ts';
import type { FieldVoice } from '#desk/cms-config.ts';
import { openDesk } from '#desk/desk-server.ts';
import { editorFolder } from '#desk/repository.ts';
import { readBackend, writeHosted } from '#desk/hosted.ts';
import { firstOf } from '#lang/lookup.ts';
import { makeSnapshot } from '#snapshot/make-snapshot.ts';
import { startDevServer } from '#serve/dev-server.ts';
import { readValidSite } from '#site/read-site.ts';
import { type Call, type Run } from '#cli/command.ts';
import { contentFolder } from '#cli/folders.ts';
import { portOf } from '#cli/port.ts';
import { devReports } from '#cli/terminal/dev-report.ts';
import { print } from '#cli/terminal/print.ts';
import { officeTags } from '#languages/languages.ts';
import { interfaceStrings, invitationFor, sayIn } from '#messages/messages.ts';
import { UserError } from '#messages/user-error.ts';

/** `npm run desk`: the press office's page, the editor and the site with its drafts, for this machine only; with `--backend` the editor for a server. */
export const desk: Run<'desk'> = async (call) => {
  const { say, locale, values } = call;
  const content = contentFolder(call);
  if (values.backend !== undefined) return host(call, content, values.backend);
  const clock = () => createClock();
  const check = async () => void (await makeSnapshot({ folder: content, clock: clock() }));
  const url = await startDevServer({
    content,
    clock,
    port: portOf(call),
    before: openDesk({
      content,
      clock,
      locale,
      say,
      strings: interfaceStrings(locale),
      voice: fieldVoice(call),
      invitation: invitationFor(say),
      check,
    }),
    onShown: () => {},
    ...devReports(call),
  });
  print(`\n${say('desk.running', { url: new URL('/desk/', url).href })}\n${say('stop-serving')}`);
};

async function host(call: Call, content: string, written: string): Promise<void> {
  const { say, locale, values, cwd } = call;
  const backend = readBackend(written, values['app-id']);
  if (!backend) throw new UserError('bad-backend');
  const model = readValidSite({ folder: content, clock: createClock(), showHeld: true });
  // Not where the public site is put unless said otherwise: nothing of the desk belongs there.
  const out = values.out === 'dist' ? 'desk' : values.out;
  writeHosted(model, {
    out: resolve(cwd, out),
    folder: await editorFolder(content),
    backend,
    voice: fieldVoice(call),
    locale,
    title: say('desk.title'),
    addElsewhere: say('desk.add-by-hand'),
  });
  print(say('desk.hosted', { folder: out }));
}

/** A field is called as in the person's language; the hint stands in the languages of an office. */
export function fieldVoice({ say, locale }: Pick<Call, 'say' | 'locale'>): FieldVoice {
  const hints = officeTags.map(sayIn);
  return {
    locale,
    label: (field) => firstOf(say(`desk.field.${field}`).split(': ')),
    hint: (field) => hints.map((voice) => voice(`desk.field.${field}`)).join(' · '),
    choice: (choice) => interfaceStrings(locale).t(choice),
    announcements: say('desk.announcements'),
    announcement: say('desk.announcement'),
    slug: say('desk.slug'),
  };
}
