import { resolve } from 'node:path';
import { type Clock, createClock } from '#clock.ts';
import type { FieldVoice } from '#desk/cms-config.ts';
import { openDesk } from '#desk/desk-server.ts';
import { editorFolder } from '#desk/repository.ts';
import { readBackend, writeHosted } from '#desk/hosted.ts';
import { firstOf } from '#lang/lookup.ts';
import { startDevServer } from '#serve/dev-server.ts';
import { readValidSite } from '#site/read-site.ts';
import { type Call, type Run } from '#cli/command.ts';
import { contentFolder } from '#cli/folders.ts';
import { portOf } from '#cli/port.ts';
import { convertPasted, importDropped } from './desk-import.ts';
import { askGate, knownStateFor } from './gate.ts';
import { devReports } from '#cli/terminal/dev-report.ts';
import { print } from '#cli/terminal/print.ts';
import { officeTags } from '#languages/languages.ts';
import { errorSentence, interfaceStrings, invitationFor, sayIn } from '#messages/messages.ts';
import { UserError } from '#messages/user-error.ts';

/**
 * `npm run desk`: serves the desk, the editor and the site with its drafts, for this machine only. With `--backend`,
 * writes the editor for a server instead.
 */
export const desk: Run<'desk'> = async (call) => {
  const { say, locale, values } = call;
  const content = contentFolder(call);
  if (values.backend !== undefined) return host(call, content, values.backend);
  const clock = () => createClock();
  const known = recently(() => knownStateFor(call, { atItsAddress: true }), clock);
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
      check: async () => (await askGate(call, { now: clock().now, known: await known() })).findings,
      importFiles: importDropped(content, say),
      convert: convertPasted(content, say),
      publicSite: async () => {
        const { state, built, failure } = await known();
        return {
          built,
          addresses: state && new Set(state.ledger.keys()),
          failure: failure && errorSentence(locale, failure),
        };
      },
    }),
    onShown: () => {},
    ...devReports(call),
  });
  print(`\n${say('desk.running', { url: new URL('/desk/', url).href })}\n${say('stop-serving')}`);
};

/** How long an answer of the public site holds, in milliseconds. */
const holds = 60_000;

/** Asks again only after a minute: the page of the desk must not wait for a server each time. */
function recently<Answer>(ask: () => Promise<Answer>, clock: () => Clock): () => Promise<Answer> {
  let last: { readonly at: number; readonly answer: Promise<Answer> } | undefined;
  return () => {
    const at = clock().now.getTime();
    if (!last || at - last.at > holds) last = { at, answer: ask() };
    return last.answer;
  };
}

async function host(call: Call, content: string, written: string): Promise<void> {
  const { say, locale, values, cwd } = call;
  const backend = readBackend(written, values['app-id']);
  if (!backend) throw new UserError('bad-backend');
  const model = readValidSite({ folder: content, clock: createClock(), showHeld: true });
  // Unless the option says otherwise, this is not the folder of the public site: the desk must not end up there.
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

/** Names a field in the person's language. The hint is in all languages of an office. */
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
