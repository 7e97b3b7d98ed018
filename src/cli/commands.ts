import type { Command } from './command.ts';

/**
 * Every command: what it takes and where its work is written. The work is loaded when it is asked for, so that help and
 * refusals come at once: Astro alone takes a second to load.
 */
export const commands = {
  build: {
    options: ['content', 'out', 'now', 'previous', 'preview', 'verbose', 'profile', 'json'],
    load: async () => (await import('./commands/build.ts')).build,
  },
  start: {
    options: ['content', 'out', 'now', 'preview', 'port'],
    load: async () => (await import('./commands/start.ts')).start,
  },
  share: {
    options: ['content', 'now', 'json'],
    takes: ['announcement'],
    load: async () => (await import('./commands/share.ts')).share,
  },
  check: {
    options: ['content', 'out', 'now', 'explain', 'json', 'github'],
    ownExits: true,
    load: async () => (await import('./commands/check.ts')).checkCommand,
  },
  digest: {
    options: ['content', 'now'],
    takes: ['week?'],
    load: async () => (await import('./commands/digest.ts')).digest,
  },
  dev: { options: ['content', 'port'], load: async () => (await import('./commands/dev.ts')).dev },
  status: {
    options: ['content', 'now', 'json', 'html', 'gate', 'days'],
    ownExits: true,
    load: async () => (await import('./commands/status.ts')).status,
  },
  proof: {
    options: ['content', 'fix', 'json'],
    takes: ['announcement'],
    load: async () => (await import('./commands/proof.ts')).proof,
  },
  desk: {
    options: ['content', 'port', 'backend', 'app-id', 'out'],
    load: async () => (await import('./commands/desk.ts')).desk,
  },
  translated: {
    options: ['content', 'from', 'typo'],
    takes: ['announcement', 'language?'],
    load: async () => (await import('./commands/translated.ts')).translated,
  },
  verify: {
    options: ['against', 'json'],
    takes: ['site'],
    ownExits: true,
    load: async () => (await import('./commands/verify.ts')).verify,
  },
  new: {
    options: [
      'content',
      'kind',
      'date',
      'starts',
      'expires',
      'divisions',
      'topics',
      'languages',
      'slug',
      'json',
    ],
    takes: ['title?'],
    load: async () => (await import('./commands/new.ts')).newAnnouncement,
  },
  import: {
    options: ['content', 'dry-run', 'ready', 'yes', 'json'],
    takes: ['files…'],
    ownExits: true,
    load: async () => (await import('./commands/import.ts')).importAnnouncements,
  },
  init: {
    options: ['languages', 'name', 'url', 'time-zone', 'email', 'phone', 'json'],
    takes: ['folder'],
    load: async () => (await import('./commands/init.ts')).init,
  },
  publish: {
    options: [
      'content',
      'to',
      'keep',
      'rollback',
      'first',
      'state-from',
      'send',
      'notify',
      'verbose',
      'profile',
      'json',
    ],
    takes: ['release?'],
    load: async () => (await import('./commands/publish.ts')).publish,
  },
  due: {
    options: ['content', 'to', 'state', 'json'],
    ownExits: true,
    load: async () => (await import('./commands/due.ts')).due,
  },
  notify: {
    options: ['content', 'to', 'state', 'json'],
    load: async () => (await import('./commands/notify.ts')).notify,
  },
} as const satisfies Record<string, Command>;

export type CommandName = keyof typeof commands;

export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}
