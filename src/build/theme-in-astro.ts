import { basename, join } from 'node:path';
import type { AstroInlineConfig, AstroIntegration } from 'astro';
import { programFolder } from '#cache/program.ts';
import { programImports } from '#cache/program-imports.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { Theme } from '#snapshot/theme.ts';
import { urls } from '#site/urls.ts';

type Plugin = NonNullable<NonNullable<AstroInlineConfig['vite']>['plugins']>[number];

const componentsFolder = join(programFolder, 'src/components/');

/** Adds a theme to Astro: its pages in every language, and its components in place of ours. */
export function themeInAstro({
  theme,
  model,
}: Pick<Snapshot, 'theme' | 'model'>): AstroIntegration[] {
  if (!theme) return [];
  return [
    {
      name: 'jarshy-theme',
      hooks: {
        'astro:config:setup'({ injectRoute, updateConfig }) {
          for (const { name, file } of theme.pages)
            for (const locale of model.site.locales)
              injectRoute({
                pattern: urls.page(locale, name).slice(0, -1),
                entrypoint: file,
                prerender: true,
              });
          updateConfig({ vite: { plugins: [programImports, overrides(theme)] } });
        },
      },
    },
  ];
}

/**
 * Resolves an import of an overridden component to the theme's version. Imports from within the theme still get our
 * version, so that the theme can build on it.
 */
function overrides({ overrides: own, folder }: Theme): Plugin {
  return {
    name: 'jarshy-overrides',
    resolveId: {
      order: 'pre',
      filter: { id: /\.astro$/u },
      async handler(id, importer, options) {
        const replaced = own.get(basename(id, '.astro'));
        if (replaced === undefined || importer?.startsWith(`${folder}/`)) return undefined;
        const found = await this.resolve(id, importer, { ...options, skipSelf: true });
        return found?.id === `${componentsFolder}${basename(id)}` ? replaced : found;
      },
    },
  };
}
