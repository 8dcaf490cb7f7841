import type { Locator } from 'playwright';

/** Is the top of the element on the screen, where a link to it should have brought the reader? */
export async function isInView(element: Locator): Promise<boolean> {
  const box = await element.boundingBox();
  const height = element.page().viewportSize()?.height ?? 0;
  return box !== null && box.y >= -1 && box.y < height;
}
