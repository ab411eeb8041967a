import type { renderPicture } from "./renderPicture";

/** The renderer of pictures, fetched when the first picture is drawn: it is larger than the rest of the pane. */
export async function loadRenderer(): Promise<typeof renderPicture> {
  return (await import(/* webpackChunkName: "pictures" */ "./renderPicture")).renderPicture;
}
