// A module of its own: a command looks for this text before anything else is loaded.

/** `robots.txt` of a preview: nothing may be read. By it a preview is known from a public site, wherever it lies. */
export const previewRobots = 'User-agent: *\nDisallow: /\n';
