/** Whether this Node runs TypeScript as it is (22.18 and later) and is what Astro 7 asks for (22.12).
 * @param {string} version as in `process.versions.node` */
export function supported(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18);
}
