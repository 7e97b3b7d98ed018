/**
 * The file types that may be offered for download: file extension → media type. SVG and HTML can contain scripts and
 * are refused.
 */
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

/** The file types that a text may play: file extension → media type. */
export const mediaTypes: Readonly<Record<string, string>> = {
  mp4: 'video/mp4',
  webm: 'video/webm',
  vtt: 'text/vtt',
};

/** The extension of a file name in lower case, without the dot; empty when there is none. */
export function endingOf(name: string): string {
  return /\.(?<ending>[^.]+)$/u.exec(name)?.groups?.ending?.toLowerCase() ?? '';
}

/**
 * Whether the site itself makes a file of this name at the address of an announcement, so that no file beside the text
 * may have it.
 */
export function isTakenName(name: string): boolean {
  return /^(?:index\.|event\.ics$|social\.jpg$)/u.test(name);
}
