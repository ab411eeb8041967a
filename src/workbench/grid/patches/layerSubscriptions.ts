import { Layer } from "@univerjs/preset-sheets-core";

type Shape = Parameters<Layer["addObject"]>[0];

/** What a layer of the picture does with a shape that it gets; the typings keep it to themselves. */
interface Followed {
  _layerBehavior: (shape: Shape) => void;
}

/**
 * Has each shape hold what a layer wants to hear of it. By itself (Univer 0.25.1) the layer holds it, and so holds each shape that it has ever had: an edit
 * draws 33 new ones (docs/decisions/0073).
 */
export function forgetShapesThatAreGone() {
  const layers = Layer.prototype as unknown as Followed;
  layers._layerBehavior = function follow(this: Layer, shape) {
    shape.onTransformChange$.subscribeEvent(() => void this.makeDirty(true));
    shape.layer = this;
  };
}
