import type { APIRoute } from 'astro';
import { currentEdition } from '#edition/current.ts';
import { writeTheme } from '#outputs/theme.ts';

export const GET: APIRoute = () => new Response(writeTheme(currentEdition().model.site));
