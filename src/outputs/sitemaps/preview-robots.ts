// A separate module, because a command needs this text before it loads anything else.

/**
 * `robots.txt` of a preview: crawlers may read nothing. This file distinguishes a preview from a public site,
 * wherever it is stored.
 */
export const previewRobots = 'User-agent: *\nDisallow: /\n';
