import type { IncomingMessage, ServerResponse } from 'node:http';
import { deskAnswers } from './desk-answers.ts';
import type { DeskOptions } from './desk-options.ts';
import { editorAnswers } from './editor-answers.ts';
import { isOurs } from './guard.ts';

export type { DeskOptions } from './desk-options.ts';

/**
 * Handles the requests for the desk (`/desk/`) and the editor (`/admin/`). Passes every other request from this machine
 * to the site, and refuses every request from another machine with 403.
 */
export function openDesk(
  options: DeskOptions,
): (request: IncomingMessage, response: ServerResponse, next: () => void) => void {
  const answers = { ...deskAnswers(options), ...editorAnswers(options) };
  return (request, response, next) => {
    if (!isOurs(request)) return void response.writeHead(403).end();
    const [path = ''] = request.url?.split('?') ?? [];
    const answer = answers[`${request.method} ${path}`];
    if (!answer)
      return path.startsWith('/admin/') || path.startsWith('/desk/') || request.method === 'POST'
        ? void response.writeHead(404).end()
        : next();
    Promise.resolve(answer(request, response)).catch((error: Error) =>
      response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' }).end(error.message),
    );
  };
}
