import { z } from 'zod';
import { webAddress } from '../schemas/index.ts';

/** Who publishes the archive, as a catalogue asks for it. */
export interface Publisher {
  readonly name: string;
  /** A kind of ADMS: `NonProfitOrganisation`. */
  readonly type: (typeof publisherTypes)[number];
  readonly email: string;
  readonly about?: string | undefined;
  readonly website?: string | undefined;
  /** Its organisation number. */
  readonly identifier?: string | undefined;
  readonly phone?: string | undefined;
  /** Street, postal code, town. */
  readonly address?: readonly [street: string, code: string, town: string] | undefined;
  /** The day when the archive was first published. */
  readonly issued?: string | undefined;
}

/** Source: the publisher types of ADMS 1.0, http://purl.org/adms/publishertype/. */
const publisherTypes = [
  'Academia-ScientificOrganisation',
  'Company',
  'IndustryConsortium',
  'LocalAuthority',
  'NationalAuthority',
  'NonGovernmentalOrganisation',
  'NonProfitOrganisation',
  'PrivateIndividual(s)',
  'RegionalAuthority',
  'StandardisationBody',
  'SupraNationalAuthority',
] as const;

const given = z.object({
  PUBLISHER_NAME: z.string().min(1),
  PUBLISHER_TYPE: z.enum(publisherTypes),
  PUBLISHER_EMAIL: z.email(),
  PUBLISHER_ABOUT: z.string().min(1).optional(),
  PUBLISHER_WEBSITE: webAddress().optional(),
  PUBLISHER_ID: z.string().min(1).optional(),
  PUBLISHER_PHONE: z
    .string()
    .regex(/^\+[\d-]+$/)
    .optional(),
  PUBLISHER_ADDRESS: z
    .string()
    .regex(/^[^,]+, \d{3} ?\d{2} [^,]+$/)
    .optional(),
  PUBLISHER_ISSUED: z.iso.date().optional(),
});

/**
 * Who publishes the archive: `PUBLISHER_NAME`, `PUBLISHER_TYPE` and `PUBLISHER_EMAIL`, and what more is known. Missing where no name
 * is given.
 *
 * @throws where a name is given and something else is missing or has the wrong form
 */
export function publisherOf(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Publisher | undefined {
  if (!environment.PUBLISHER_NAME) return undefined;
  const { data, error } = given.safeParse(environment);
  if (!data) {
    const names = error.issues.map(({ path }) => path.join('.'));
    throw new Error(
      `PUBLISHER_NAME är angivet, men ${names.join(', ')} saknas eller har fel form. README.md säger vad som ska stå där.`,
    );
  }
  const [street = '', rest = ''] = data.PUBLISHER_ADDRESS?.split(', ') ?? [];
  const [, code = '', town = ''] = /^(\d{3} ?\d{2}) (.+)$/.exec(rest) ?? [];
  return {
    name: data.PUBLISHER_NAME,
    type: data.PUBLISHER_TYPE,
    email: data.PUBLISHER_EMAIL,
    about: data.PUBLISHER_ABOUT,
    website: data.PUBLISHER_WEBSITE,
    identifier: data.PUBLISHER_ID,
    phone: data.PUBLISHER_PHONE,
    address: data.PUBLISHER_ADDRESS === undefined ? undefined : [street, code, town],
    issued: data.PUBLISHER_ISSUED,
  };
}
