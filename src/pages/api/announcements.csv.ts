import type { APIRoute } from 'astro';
import { currentEdition } from '#edition/current.ts';
import { writeCsv } from '#outputs/csv.ts';

export const GET: APIRoute = () => new Response(writeCsv(currentEdition()));
