// @ts-check
import eslint from '@eslint/js';
import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';

export default defineConfig(
  globalIgnores([
    'dist*/',
    '.cache/',
    '.astro/',
    'bench/peers/',
    'tests/fixtures/',
    'content/',
    'public/',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  astro.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.node, ...globals.browser },
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // Our objects are records of functions without `this`, made to be taken apart.
      '@typescript-eslint/unbound-method': 'off',
      // An interface promises a promise; one of its implementations may not need to wait.
      '@typescript-eslint/require-await': 'off',
      // Control characters are what our text checks look for.
      'no-control-regex': 'off',
      // Prettier puts `[index]` on a line of its own; without semicolons left out, nothing is misread.
      'no-unexpected-multiline': 'off',
    },
  },
  {
    // A lookup that cannot fail goes through `src/lang/lookup.ts`, which says what was asked when it fails all the same.
    files: ['src/**/*.ts'],
    ignores: [
      // Browsers load these: a check costs every reader bytes.
      'src/browser/**',
      'src/languages/{cyrillic/from-latin,kk/grammar/*,ru/grammar}.ts',
      'src/search/{hits,parse-query,phrase,vocabulary-file}.ts',
      'src/search/words/{fold,language-of,repair-word}.ts',
    ],
    rules: { '@typescript-eslint/no-non-null-assertion': 'error' },
  },
  {
    // Tests read what was written for others, as it stands: JSON has no types, and an unexpected value fails the test anyway.
    files: ['tests/**', 'bench/**'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-misused-promises': 'off',
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', name: 'test', package: 'vitest' }] },
      ],
    },
  },
  {
    // `astro check` knows the types of templates; a second type checker for them costs half a minute.
    files: ['**/*.astro', '**/*.astro/*.ts', '**/*.js', '**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false, project: false } },
  },
);
