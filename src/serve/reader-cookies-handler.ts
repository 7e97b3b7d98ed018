import {
  backToThePage,
  cookieOfEach,
  everybodysSheet,
  keepParameter,
  keepValue,
  keptChoices,
  usualValue,
} from '#outputs/server/reader-cookies.ts';

/** The answer to a reader without script who has what they have set kept: the cookies, and the way back. Undefined: nothing of the kind was asked. */
export function keptSettings(
  query: URLSearchParams,
  base: string,
):
  | { readonly 'Set-Cookie': string[]; readonly Location: string; readonly 'Cache-Control': string }
  | undefined {
  const wish = query.get(keepParameter);
  if (wish !== keepValue && wish !== usualValue) return undefined;
  const chosen = keptChoices(base).filter(({ setting, value }) =>
    wish === keepValue ? query.get(setting) === value : value === usualValue,
  );
  return {
    'Set-Cookie': chosen.map(({ set }) => set),
    Location: backToThePage,
    'Cache-Control': 'no-store',
  };
}

/** `prefs.css` for the cookies of a request. */
export function preferencesSheet(cookies: string, base: string): string {
  const sent = new Map(
    cookies.split(';').map((each) => each.trim().split('=', 2) as [string, string | undefined]),
  );
  const chosen = cookieOfEach().flatMap(([, name]) =>
    keptChoices(base).filter(
      ({ cookie, value, sheet }) => cookie === name && sheet && sent.get(name) === value,
    ),
  );
  return everybodysSheet + chosen.map(({ sheet }) => sheet).join('');
}
