import { posix, win32 } from 'node:path';
import { thisMachine, type Machine } from './machine.ts';

const downloadSeconds = 60;
/** Generous, because stopping apt-get half-way leaves the package system in need of repair. */
const packageSeconds = 900;

/**
 * The path of a browser for the tests: one that is there, or else one that gets installed.
 * @throws Error with one sentence: what is missing, what was tried, what to do. Browser tests are never skipped in silence
 */
export async function findChromium(on: Machine = thisMachine): Promise<string> {
  const tried: string[] = [];
  for (const [name, find] of Object.entries(steps(on))) {
    try {
      const path = await find();
      if (path) return path;
      tried.push(name);
    } catch (error) {
      tried.push(`${name} (${(error as Error).message})`);
    }
  }
  throw new Error(
    `The browser tests need Chromium or Chrome, and there is none after trying ${tried.join('; ')}: install one, or set CHROMIUM to the path of its program.`,
  );
}

/** The ways to a browser, in the order in which they are tried. Each gives a path, or nothing, or throws why it could not. */
export function steps(on: Machine): Record<string, () => Promise<string | undefined>> {
  const path = on.platform === 'win32' ? win32 : posix;
  const inPath = (names: readonly string[]) =>
    (on.env['PATH'] ?? '')
      .split(path.delimiter)
      .filter(Boolean)
      .flatMap((folder) => names.map((name) => path.join(folder, name)))
      .find(on.exists);
  const ofPlaywright = () => [on.playwrightChromium()].find(on.exists);
  const ofSystem = () => inPath(programs) ?? usualPlaces(on).find(on.exists);

  return {
    // Taken at its word: should it be wrong, launching fails and says so, and no other browser is tested instead.
    $CHROMIUM: async () => on.env['CHROMIUM'],
    'the Chromium installed by Playwright': async () => ofPlaywright(),
    'a Chromium or Chrome in PATH and in the usual places': async () => ofSystem(),
    'Playwright’s download': async () => {
      // Without --no-shell, a second browser would come along that `executablePath` does not mean.
      await on.run(
        process.execPath,
        [on.playwrightCli(), 'install', 'chromium', '--no-shell'],
        downloadSeconds,
      );
      return ofPlaywright();
    },
    'apt-get install chromium': async () => {
      if (!on.isRoot && on.env['CI'] !== 'true') throw new Error('only for root, or with CI=true');
      const aptGet = inPath(['apt-get']);
      if (!aptGet) throw new Error('there is no apt-get');
      const [command, ...before] = on.isRoot ? [aptGet] : ['sudo', '-n', aptGet];
      await on.run(command, [...before, 'update'], packageSeconds);
      const install = (name: string) =>
        on.run(command, [...before, 'install', '-y', name], packageSeconds);
      await install('chromium-headless-shell').catch(() => install('chromium'));
      return ofSystem();
    },
  };
}

const programs = [
  // The same engine without the window around it. A page costs half the processor time.
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'chromium.exe',
  'chrome.exe',
];

/** Where installers put the browser on systems that leave it out of PATH. */
function usualPlaces({ platform, env }: Machine): string[] {
  if (platform === 'darwin') {
    const apps = [
      'Google Chrome.app/Contents/MacOS/Google Chrome',
      'Chromium.app/Contents/MacOS/Chromium',
    ];
    return ['/Applications', `${env['HOME']}/Applications`].flatMap((folder) =>
      apps.map((app) => `${folder}/${app}`),
    );
  }
  if (platform === 'win32') {
    const folders = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LocalAppData']].filter(
      (folder) => folder !== undefined,
    );
    return folders.flatMap((folder) =>
      ['Google\\Chrome', 'Chromium'].map((app) => `${folder}\\${app}\\Application\\chrome.exe`),
    );
  }
  return [];
}
