import type { APIRoute } from 'astro';
import { currentEdition } from '#edition/current.ts';
import { writeJson } from '#outputs/json.ts';
import { outcomesData } from '#outputs/open-data.ts';

export const GET: APIRoute = () => new Response(writeJson(currentEdition(), 'outcomes', outcomesData(currentEdition())));
