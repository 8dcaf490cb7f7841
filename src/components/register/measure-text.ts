import type { Measure } from '../../archive/index.ts';
import { formatNumber } from '../../i18n/format.ts';
import { system as strings } from '../../i18n/sv-registers.ts';

/** A measured value as it is read: "627", "samtliga", "ungefär 1 200", "12,5 procent". */
export function measureText({
  value,
  unit,
  approximate,
}: Pick<Measure, 'value' | 'unit' | 'approximate'>): string {
  const bare = value === 'samtliga' ? strings.all : formatNumber(value);
  const withUnit = unit ? `${bare} ${unit}` : bare;
  return approximate ? strings.approximately(withUnit) : withUnit;
}
