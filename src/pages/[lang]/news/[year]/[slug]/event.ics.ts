import type { APIRoute } from 'astro';
import { currentEdition } from '#edition/current.ts';
import { eventCalendar, eventPaths } from '#outputs/calendar.ts';
import { writeIcs } from '#outputs/ics.ts';

export const getStaticPaths = () => eventPaths(currentEdition());
type Props = ReturnType<typeof getStaticPaths>[number]['props'];

export const GET: APIRoute<Props> = ({ props }) => new Response(writeIcs(eventCalendar(currentEdition(), props)));
