/** The kinds of file that may be offered for download: ending → media type. SVG and HTML can carry script and are refused. */
export const attachmentTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  csv: 'text/csv',
  zip: 'application/zip',
  txt: 'text/plain',
  ics: 'text/calendar',
};

/** The files that a text may play beside it: ending → media type. */
export const mediaTypes: Readonly<Record<string, string>> = {
  mp4: 'video/mp4',
  webm: 'video/webm',
  vtt: 'text/vtt',
};

/** The ending of a file name in lower case, without its dot; empty where there is none. */
export function endingOf(name: string): string {
  return /\.(?<ending>[^.]+)$/u.exec(name)?.groups?.ending?.toLowerCase() ?? '';
}

/** Whether the name of a file beside a text is taken by one that the site makes at the same address. */
export function isTakenName(name: string): boolean {
  return /^(?:index\.|event\.ics$|social\.jpg$)/u.test(name);
}
