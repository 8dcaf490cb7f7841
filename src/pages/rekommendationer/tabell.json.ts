import type { APIRoute } from 'astro';
import { currentArchive } from '../../archive/index.ts';
import { encodedTable } from '../../components/tracker/table.ts';
import { trackedIn } from '../../components/tracker/tracked.ts';

/** The table that the tracker's script filters, counts and sorts by. */
export const GET: APIRoute = () => Response.json(encodedTable(trackedIn(currentArchive()).source));
