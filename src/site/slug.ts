/** The last part of an address: `6-kap-6` of `/kriterier/kl-2017/6-kap-6/`. */
export function slugOf(path: string): string {
  return path.split('/').findLast((part) => part !== '') ?? '';
}
