/** The fragment of an address: `ansvarsfrihet` of `/ordlista/#ansvarsfrihet`. */
export function fragmentOf(path: string): string {
  return path.slice(path.indexOf('#') + 1);
}
