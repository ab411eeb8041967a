/** Answers a question of Analyze in steps, so that anyone who runs it can show how far it is and stop it. Nothing here knows a worker, a page or a clock. */

import { mapAnswer } from "./mapAnswer";
import type { Answer, Progress, Question, Steps } from "./question";
import { crossingAnswer, solveAnswer } from "./searchAnswer";
import { simulationAnswer } from "./simulationAnswer";
import { switchAnswer } from "./switchAnswer";
import { tornadoAnswer } from "./tornadoAnswer";

function stepsOf(question: Question, locale: string): Steps<Answer> {
  switch (question.kind) {
    case "tornado":
      return tornadoAnswer(question);
    case "simulation":
      return simulationAnswer(question);
    case "crossing":
      return crossingAnswer(question, locale);
    case "solve":
      return solveAnswer(question, locale);
    case "map":
      return mapAnswer(question);
    case "switch":
      return switchAnswer(question, locale);
  }
}

/**
 * The answer to a question; undefined when it was cancelled.
 * @param locale in whose separators its sentences write numbers
 * @param report is told how far it is, and lets others work before it settles
 * @throws {ModelError} for a question that has no answer, in the engine's words.
 */
export async function answer(
  question: Question,
  locale: string,
  report: (progress: Progress) => Promise<void>,
  isCancelled: () => boolean,
): Promise<Answer | undefined> {
  const steps = stepsOf(question, locale);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await report(step.value);
    if (isCancelled()) return undefined;
  }
}
