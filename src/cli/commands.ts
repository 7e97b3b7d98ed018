import { commandForms, type CommandName, type Run } from './command.ts';

/**
 * Loads a command's code only when it is needed, so that help and error messages appear at once. Astro alone takes a
 * second to load.
 */
const loaders: { readonly [Name in CommandName]: () => Promise<Run<Name>> } = {
  build: async () => (await import('./commands/build.ts')).build,
  start: async () => (await import('./commands/start.ts')).start,
  share: async () => (await import('./commands/share.ts')).share,
  check: async () => (await import('./commands/check.ts')).checkCommand,
  digest: async () => (await import('./commands/digest.ts')).digest,
  dev: async () => (await import('./commands/dev.ts')).dev,
  status: async () => (await import('./commands/status.ts')).status,
  proof: async () => (await import('./commands/proof.ts')).proof,
  desk: async () => (await import('./commands/desk.ts')).desk,
  translated: async () => (await import('./commands/translated.ts')).translated,
  approve: async () => (await import('./commands/approve.ts')).approve,
  verify: async () => (await import('./commands/verify.ts')).verify,
  new: async () => (await import('./commands/new.ts')).newAnnouncement,
  add: async () => (await import('./commands/add.ts')).add,
  strings: async () => (await import('./commands/strings.ts')).strings,
  help: async () => (await import('./commands/help.ts')).help,
  import: async () => (await import('./commands/import.ts')).importAnnouncements,
  init: async () => (await import('./commands/init.ts')).init,
  create: async () => (await import('./commands/create.ts')).create,
  publish: async () => (await import('./commands/publish.ts')).publish,
  remove: async () => (await import('./commands/remove.ts')).remove,
  due: async () => (await import('./commands/due.ts')).due,
  'server-rules': async () => (await import('./commands/server-rules.ts')).serverRules,
  notify: async () => (await import('./commands/notify.ts')).notify,
  post: async () => (await import('./commands/post.ts')).post,
};

/** Whether a name is that of a command. */
export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(commandForms, name);
}

/** Loads the code of a command. */
export function loadCommand<Name extends CommandName>(name: Name): Promise<Run<Name>> {
  return loaders[name]();
}
