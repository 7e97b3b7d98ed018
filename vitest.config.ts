import { defineConfig } from 'vitest/config';

/** Tests of finished sites: they read what Astro has built once before they start. */
const ofSites = [
  'tests/sites/**/*.test.ts',
  'tests/browser/**/*.test.ts',
  'tests/cli/commands/build.test.ts',
];

/** They build sites, or may at a press of a button: one after the other. */
const building = ['tests/cli/commands/publish.test.ts', 'tests/browser/desk.test.ts'];

/** Tests with programs of the system: `npm run test:system`. */
const ofTheSystem = ['tests/system/**/*.test.ts'];

export default defineConfig({
  test: {
    projects: [
      // How long a test takes says more of the machine than of the code: a busy one is no failure.
      {
        test: {
          name: 'units',
          include: ['tests/**/*.test.ts'],
          exclude: [...ofSites, ...building, 'tests/long/**', ...ofTheSystem],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'sites',
          include: ofSites,
          exclude: building,
          globalSetup: ['tests/browser/launch.ts', 'tests/sites/build-all.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      // After the others: Astro builds one site at a time here.
      {
        test: {
          name: 'building',
          include: building,
          globalSetup: ['tests/browser/launch.ts'],
          testTimeout: 120_000,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'system',
          include: ofTheSystem,
          globalSetup: ['tests/system/build-sites.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
