import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { stringsToFill } from '#authoring/strings-file.ts';
import { builtInLocales } from '#lang/built-in.ts';
import { guessTag, isKnownLocale } from '#lang/locale.ts';
import { parseOwnYaml } from '#lang/yaml.ts';
import { UserError } from '#messages/user-error.ts';
import type { Run } from '#cli/command.ts';
import { contentFolder } from '#cli/folders.ts';
import { wrap } from '#cli/terminal/wrap.ts';

/** `npm run strings`: writes the interface texts that a language still needs, to be filled in by a translator. */
export const strings: Run<'strings'> = async (call) => {
  const { values, say, cwd } = call;
  const [locale] = call.args;
  if (!isKnownLocale(locale))
    throw new UserError('unknown-tag', { value: locale, corrected: guessTag(locale) ?? 'uz' });
  const content = contentFolder(call);
  const path = join(content, 'strings', `${locale}.yaml`);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  // A built-in language has every text: a file only overrides some.
  const isBuiltIn = builtInLocales.some((each) => each === locale);
  const { text, count } = isBuiltIn
    ? { text: '', count: 0 }
    : stringsToFill(locale, keysOf(before));
  if (count > 0) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, before.trim() === '' ? text : `${before.trimEnd()}\n\n${text}`);
  }
  const file = relative(cwd, path);
  if (values.json) console.log(JSON.stringify({ file, count }, null, 2));
  else if (count === 0)
    console.log(wrap(say('strings.complete', { language: locale }), 0).join('\n'));
  else console.log(wrap(say('strings.written', { count, file, language: locale }), 0).join('\n'));
};

/**
 * The keys of a file, those with empty texts included: they wait for the translator.
 * @throws {UserError} for a file that is not YAML
 */
function keysOf(text: string): Set<string> {
  try {
    return new Set(Object.keys(parseOwnYaml(text) ?? {}));
  } catch {
    throw new UserError('strings-unreadable');
  }
}
