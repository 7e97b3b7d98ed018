import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Tests of finished sites: they read what Astro has built once before they start, or build sites of their own. */
const ofSites = [
  'tests/sites/**/*.test.ts',
  'tests/browser/**/*.test.ts',
  'tests/cli/commands/build.test.ts',
  'tests/cli/commands/publish.test.ts',
  'tests/cli/commands/remove.test.ts',
];

/** Tests that replace a module for all who import it: they share their modules with no other file. */
const replacing = ['tests/images/whole-files.test.ts'];

/** Tests with programs of the system: `npm run test:system`. */
const ofTheSystem = ['tests/system/**/*.test.ts'];

/** Boots a Debian in a container: `npm run test:boot`. */
const ofTheBoot = ['tests/boot/**/*.test.ts'];

/**
 * Milliseconds after which a test is taken to hang: a busy machine is no failure, and how long a test takes says more of
 * the machine than of the code. The longest takes a minute on two cores with nothing else to do.
 */
const hangs = { testTimeout: 900_000, hookTimeout: 900_000 };

/** The same for what a page should come to show. */
const patience = 60_000;

export default defineConfig({
  test: {
    // All cores: Vitest leaves one of them to itself, which of two is half.
    maxWorkers: availableParallelism(),
    // A worker ends its browser before it ends.
    teardownTimeout: 60_000,
    projects: [
      {
        test: {
          name: 'sites',
          include: ofSites,
          globalSetup: ['tests/browser/launch.ts', 'tests/sites/build-all.ts'],
          // The files that a worker takes share their modules: one browser, and each finished site read once.
          isolate: false,
          provide: { patience },
          expect: { poll: { timeout: patience } },
          ...hangs,
        },
      },
      // After the sites, by its name: short files at the end keep all workers busy to the last.
      {
        test: {
          name: 'units',
          include: ['tests/**/*.test.ts'],
          exclude: [...ofSites, ...replacing, 'tests/long/**', ...ofTheSystem, ...ofTheBoot],
          isolate: false,
          expect: { poll: { timeout: patience } },
          ...hangs,
        },
      },
      {
        test: {
          name: 'units-apart',
          include: replacing,
          expect: { poll: { timeout: patience } },
          ...hangs,
        },
      },
      { test: { name: 'boot', include: ofTheBoot, ...hangs } },
      {
        test: {
          name: 'system',
          include: ofTheSystem,
          globalSetup: ['tests/system/build-sites.ts'],
          expect: { poll: { timeout: patience } },
          ...hangs,
        },
      },
    ],
  },
});
