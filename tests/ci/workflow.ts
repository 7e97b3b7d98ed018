import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

/** The root of the project. */
export const root = join(import.meta.dirname, '../..');

// The part of GitHub's workflow syntax that we use, strictly: a misspelled key would be ignored there without a word.
const permissions = z.partialRecord(
  z.enum(['contents', 'pages', 'id-token']),
  z.enum(['read', 'write']),
);
const step = z
  .strictObject({
    id: z.string().optional(),
    if: z.string().optional(),
    uses: z.string().optional(),
    run: z.string().optional(),
    with: z.record(z.string(), z.union([z.string(), z.boolean()])).optional(),
    env: z.record(z.string(), z.string()).optional(),
  })
  .refine(({ uses, run }) => (uses === undefined) !== (run === undefined), 'either uses or run');
const job = z.strictObject({
  needs: z.string().optional(),
  if: z.string().optional(),
  'runs-on': z.string().regex(/^ubuntu-\d\d\.\d\d$/u, 'a version'),
  'timeout-minutes': z.int().max(60),
  permissions: permissions.optional(),
  outputs: z.record(z.string(), z.string()).optional(),
  environment: z.strictObject({ name: z.string(), url: z.string() }).optional(),
  steps: z.array(step).min(1),
});
const inputs = z.record(
  z.string(),
  z.strictObject({ description: z.string(), type: z.literal('boolean'), default: z.boolean() }),
);
export const workflow = z.strictObject({
  name: z.string(),
  on: z.strictObject({
    push: z.strictObject({ branches: z.array(z.string()) }).optional(),
    pull_request: z.null().optional(),
    schedule: z
      .array(
        z.strictObject({
          cron: z.string().regex(/^[\d*,/-]+(?: [\d*,/-]+){4}$/u),
          timezone: z.enum(Intl.supportedValuesOf('timeZone')),
        }),
      )
      .optional(),
    workflow_dispatch: z.strictObject({ inputs }).optional(),
    workflow_call: z.strictObject({ inputs }).optional(),
  }),
  permissions,
  concurrency: z.strictObject({ group: z.string(), 'cancel-in-progress': z.boolean() }),
  jobs: z.record(z.string(), job),
});

export type Workflow = z.output<typeof workflow>;

/** Reads a file of the project as YAML. */
export function readYaml(path: string): unknown {
  return parse(readFileSync(join(root, path), 'utf8'), { merge: true });
}

/** Sending a finished file to the registry runs no code of a package. */
const publishesOnly = (run: string) =>
  run
    .trim()
    .split('\n')
    .every((line) => /^npm publish [\w/-]+\.tgz(?: --[\w-]+(?: [\w"$]+)?)*$/u.test(line));

/** What in a workflow could be used against the project or change under it without a commit. */
export function dangersIn({ on, permissions: forAll, jobs }: Workflow): string[] {
  return [
    ...Object.entries(forAll)
      .filter(([, access]) => access === 'write')
      .map(([scope]) => `every job may write ${scope}`),
    ...Object.entries(jobs).flatMap(([name, { permissions: own = forAll, steps }]) => {
      const writes = Object.values(own).includes('write');
      return [
        ...(on.pull_request !== undefined && writes
          ? [`${name}: a stranger's change may write`]
          : []),
        // What a package brings along could use the right to deploy.
        ...(writes && steps.some(({ run }) => run && !publishesOnly(run))
          ? [`${name}: runs commands with the right to write`]
          : []),
        ...steps.flatMap(({ uses, run, with: inputs }) => [
          ...(uses && !/^[\w-]+\/[\w/-]+@[0-9a-f]{40}$/u.test(uses)
            ? [`${name}: ${uses} is not pinned to a commit`]
            : []),
          ...(uses?.startsWith('actions/checkout@') && inputs?.['persist-credentials'] !== false
            ? [`${name}: checkout leaves its token behind`]
            : []),
          // Text from outside pasted into a script is run as a part of it.
          ...(run?.includes('${{') ? [`${name}: an expression inside a script: ${run}`] : []),
        ]),
      ];
    }),
  ];
}
