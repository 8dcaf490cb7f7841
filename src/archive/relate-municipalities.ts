import type { Compiled } from '../reports/index.ts';
import type { BodyData } from '../schemas/index.ts';
import { found, type GrowingArchive, type GrowingBody, type GrowingMunicipality } from './growing.ts';
import type { Content } from './load.ts';
import { swedishOrder } from './swedish-order.ts';

/** Principals with their bodies; body types are to be related before. */
export function relateMunicipalities(content: Content, growing: GrowingArchive): void {
  for (const [id, { data }] of content.municipalities) {
    if (!data) continue;
    const slug = id.slice(data.code.length + 1);
    const { successors: _successors, silence: _silence, bodies: _bodies, ...own } = data;
    growing.municipalities.set(id, {
      ...own,
      id,
      slug,
      path: `/kommuner/${slug}/`,
      successors: [],
      predecessors: [],
      bodies: [],
      audits: [],
      auditors: [],
    });
  }
  for (const [id, { data }] of content.municipalities) {
    if (!data) continue;
    const municipality = found(growing.municipalities, id);
    for (const successor of data.successors) {
      municipality.successors.push(found(growing.municipalities, successor));
      found(growing.municipalities, successor).predecessors.push(municipality);
    }
    for (const body of data.bodies) relateBody(growing, municipality, body);
    for (const { id: bodyId, successors } of data.bodies) {
      const body = found(growing.bodies, `${id}/${bodyId}`);
      for (const successorId of successors) {
        const successor = found(growing.bodies, `${id}/${successorId}`);
        body.successors.push(successor);
        successor.predecessors.push(body);
      }
    }
    municipality.bodies.sort((a, b) => swedishOrder.compare(a.name, b.name));
  }
}

function relateBody(
  growing: GrowingArchive,
  municipality: GrowingMunicipality,
  { type, successors: _successors, sharedWith, ...own }: Compiled<BodyData>,
): void {
  const bodyType = type === undefined ? undefined : found(growing.bodyTypes, type);
  const body: GrowingBody = {
    ...own,
    key: `${municipality.id}/${own.id}`,
    path: `${municipality.path}${own.id}/`,
    municipality,
    sharedWith: sharedWith.map((id) => found(growing.municipalities, id)),
    ...(bodyType && { type: bodyType }),
    successors: [],
    predecessors: [],
    audits: [],
    recommendations: [],
    findings: [],
    responses: [],
  };
  growing.bodies.set(body.key, body);
  municipality.bodies.push(body);
  bodyType?.bodies.push(body);
}
