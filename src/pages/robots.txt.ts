import type { APIRoute } from 'astro';
import { currentEdition } from '#edition/current.ts';
import { writeRobots } from '#outputs/robots.ts';

export const GET: APIRoute = () => new Response(writeRobots(currentEdition()));
