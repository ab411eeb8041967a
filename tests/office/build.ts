import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const DIST = path.join(ROOT, "dist");

/** Text of a file that the build has written; throws with what to do when there is no build. */
export function builtText(file: string): string {
  return built(file).toString("utf8");
}

/** Bytes of a file that the build has written; throws with what to do when there is no build. */
export function built(file: string): Buffer {
  const place = path.join(DIST, file);
  if (!existsSync(place)) throw new Error(`${place} is missing: run npm run build first`);
  return readFileSync(place);
}

/** Files of the build, by their path below dist/ with forward slashes. */
export function builtFiles(): ReadonlySet<string> {
  const files = readdirSync(DIST, { recursive: true, encoding: "utf8" });
  return new Set(files.map((file) => file.split(path.sep).join("/")));
}

/** Width and height in pixels of a PNG (its IHDR chunk, bytes 16 to 23). */
export function pngSize(bytes: Buffer): readonly [number, number] {
  if (bytes.toString("latin1", 1, 4) !== "PNG") throw new Error("not a PNG");
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}
