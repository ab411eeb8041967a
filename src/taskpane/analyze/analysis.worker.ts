/** Answers the questions of Analyze beside the pane, one at a time: a newer question ends the one before. */

import { answer } from "./answer";
import type { Reply, Request } from "./question";

let wanted = 0;

const say = (reply: Reply): void => postMessage(reply);

/** Lets messages that wait, such as a cancellation, come in. */
const pause = (): Promise<void> => new Promise((resume) => setTimeout(resume));

async function reply({ id, question, locale }: Extract<Request, { type: "ask" }>): Promise<void> {
  try {
    const found = await answer(
      question,
      locale,
      (progress) => {
        say({ type: "progress", id, progress });
        return pause();
      },
      () => wanted !== id,
    );
    if (found) say({ type: "answered", id, answer: found });
  } catch (error) {
    say({ type: "refused", id, problem: error instanceof Error ? error.message : String(error) });
  }
}

addEventListener("message", ({ data }: MessageEvent<Request>) => {
  wanted = data.type === "ask" ? data.id : 0;
  if (data.type === "ask") void reply(data);
});
