import { canonicalText } from "./content";
import type { Content } from "./content";

const SHOWN_DIGITS = 16;

/** First digits of the SHA-256 of a content: the same for the same values, another for any other. */
export async function hashOf(content: Content): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(canonicalText(content)));
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.slice(0, SHOWN_DIGITS);
}
