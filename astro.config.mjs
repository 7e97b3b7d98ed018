// @ts-check
import { defineConfig } from 'astro/config';

// What depends on the content (address, base, folders) is said by the commands in src/cli/.
export default defineConfig({
  output: 'static',
  trailingSlash: 'always',
  prerenderConflictBehavior: 'error',
  compressHTML: true,
  devToolbar: { enabled: false },
  build: {
    format: 'directory',
    assets: '_astro',
    // The policy of a page allows no style in it but the one it names itself; see src/components/page-styles.ts.
    inlineStylesheets: 'never',
    // Pages wait for the disk, not for one another: of 40 s at 2,000 announcements, 4 left the program idle for 4, 16 for 2, 64 hardly less.
    concurrency: 16,
  },
  // No preloading helper: the one script that loads others, the search, asks for them itself.
  // Vite does not look for imports by a path with a variable in node_modules, and there this program lies as a package.
  vite: {
    build: {
      assetsInlineLimit: 0,
      target: 'es2022',
      modulePreload: false,
      dynamicImportVarsOptions: { exclude: [] },
    },
  },
});
