/**
 * Whether a request names this machine as its host. Otherwise, a foreign page could point its own name here (DNS
 * rebinding) and read the answers.
 * @param host the header `Host`
 */
export function namesThisMachine(host: string | undefined): boolean {
  return /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/u.test(host ?? '');
}
