/** What is said of an error: a path that cannot be written in plain words, else all that is known of it. */
export function toldOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const path = 'path' in error && typeof error.path === 'string' ? error.path : '';
  switch ('code' in error ? error.code : undefined) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
      return `Det går inte att skriva i ${path}. Ändra rättigheterna, eller ange en annan mapp med OUT_DIR.`;
    case 'ENOSPC':
      return 'Disken är full.';
    default:
      return error.stack ?? error.message;
  }
}
