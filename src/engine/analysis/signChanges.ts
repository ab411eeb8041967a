/** How far two amounts are apart at a value, and how large they are. */
export interface Gap {
  readonly difference: number;
  readonly scale: number;
}

/** The gap at a value; undefined where one of the amounts has no value. */
export type GapAt = (value: number) => Gap | undefined;

/** A value at which a difference becomes 0 or changes its sign. */
export interface SignChange {
  /** Where the difference is 0; where it never is, the first value after the jump. */
  readonly value: number;
  /** Difference that is left at the value. */
  readonly residual: number;
  /** The amounts do not meet: the difference changes its sign in a step. */
  readonly jump: boolean;
}

interface Sample {
  readonly value: number;
  readonly gap: Gap;
}

/** What a look at a bracket has found. */
export interface Search {
  /** Lowest first. */
  readonly changes: readonly SignChange[];
  /** Values without a gap. */
  readonly excluded: readonly number[];
  /** The lowest and the highest value with a gap, and the one with the least; undefined when there is none. */
  readonly ends: { readonly low: Sample; readonly high: Sample; readonly nearest: Sample } | undefined;
}

/** Below this, relative to the amounts, a difference is rounding. */
const ROUNDING = 1e-9;
/** Above this, relative to the amounts, a difference that is left at a change of sign is a jump. */
const JUMP = 1e-6;
/** How near, relative to itself, a value is found. */
const PRECISION = 1e-11;
const MOST_STEPS = 200;

const signOf = ({ difference, scale }: Gap): number => (Math.abs(difference) <= ROUNDING * scale ? 0 : Math.sign(difference));

/**
 * Every change of sign between neighbouring points at which the difference has a value, narrowed down to it. Two changes between the same two
 * points are not seen.
 */
export function signChanges(points: readonly number[], gapAt: GapAt, whole: boolean): Search {
  const samples: Sample[] = [];
  const excluded: number[] = [];
  for (const value of points) {
    const gap = gapAt(value);
    if (gap) samples.push({ value, gap });
    else excluded.push(value);
  }
  const changes: SignChange[] = [];
  samples.forEach((sample, index) => {
    if (!isChange(samples, index)) return;
    // Where only this point is 0 it is the root itself; where the next is too, 0 holds over a range.
    const isAlone = signOf(sample.gap) === 0 && signAt(samples, index + 1) !== 0;
    const found = index === 0 || isAlone ? changeAt(sample) : narrowedChange(samples[index - 1], sample, gapAt, whole);
    if (found) changes.push(found);
    else excluded.push((samples[index - 1].value + sample.value) / 2);
  });
  return { changes, excluded, ends: endsOf(samples) };
}

const signAt = (samples: readonly Sample[], index: number): number | undefined =>
  index >= 0 && index < samples.length ? signOf(samples[index].gap) : undefined;

/** Whether the difference has come to 0 or changed its sign since the point before; at the first point, whether it is 0. */
function isChange(samples: readonly Sample[], index: number): boolean {
  const before = signAt(samples, index - 1);
  const sign = signAt(samples, index);
  return before === undefined ? sign === 0 : before !== 0 && before !== sign;
}

/** On which side of a change of sign a gap is. */
type SideOf = (gap: Gap) => number;

/** A change of sign between two samples; undefined when a value between them has no gap. */
function narrowedChange(left: Sample, right: Sample, gapAt: GapAt, whole: boolean): SignChange | undefined {
  const exact: SideOf = ({ difference }) => Math.sign(difference);
  const sideOf = exact(left.gap) === exact(right.gap) ? signOf : exact;
  return whole ? narrowedWhole(left, right, gapAt, sideOf) : narrowed(left, right, gapAt, sideOf);
}

function changeAt({ value, gap }: Sample): SignChange {
  return { value, residual: gap.difference, jump: Math.abs(gap.difference) > JUMP * gap.scale };
}

function endsOf(samples: readonly Sample[]): Search["ends"] {
  const [low] = samples;
  const high = samples.at(-1);
  if (!low || !high) return undefined;
  const nearest = samples.reduce((best, sample) => (Math.abs(sample.gap.difference) < Math.abs(best.gap.difference) ? sample : best));
  return { low, high, nearest };
}

/** The first whole value at which the sign is another. */
function narrowedWhole(left: Sample, right: Sample, gapAt: GapAt, sideOf: SideOf): SignChange | undefined {
  let [low, high] = [left, right];
  while (high.value - low.value > 1) {
    const value = Math.floor((low.value + high.value) / 2);
    const gap = gapAt(value);
    if (!gap) return undefined;
    if (sideOf(gap) === sideOf(low.gap)) low = { value, gap };
    else high = { value, gap };
  }
  return changeAt(high);
}

/**
 * A change of sign between two samples by Chandrupatla's method: inverse quadratic interpolation where it is safe, else a bisection. Where the
 * difference is 0 over a range, the lowest value of the range. Source: T. Chandrupatla, Advances in Engineering Software 28 (1997).
 */
function narrowed(left: Sample, right: Sample, gapAt: GapAt, sideOf: SideOf): SignChange | undefined {
  const start = sideOf(left.gap);
  const width = right.value - left.value;
  let [a, b, c] = [right, left, left];
  let share = 0.5;
  for (let step = 0; step < MOST_STEPS; step++) {
    const value = a.value + share * (b.value - a.value);
    const gap = gapAt(value);
    if (!gap) return undefined;
    const next = { value, gap };
    if ((sideOf(gap) === start) === (sideOf(a.gap) === start)) c = a;
    else [c, b] = [b, a];
    a = next;
    const limit = (PRECISION * Math.max(width, Math.abs(a.value))) / Math.abs(b.value - a.value);
    if (!(limit < 0.5)) break;
    share = Math.min(1 - limit, Math.max(limit, interpolatedShare(a, b, c)));
  }
  const [before, after] = sideOf(a.gap) === start ? [a, b] : [b, a];
  const isRoot = Math.abs(before.gap.difference) < Math.abs(after.gap.difference) && !changeAt(before).jump;
  return changeAt(isRoot && sideOf(after.gap) !== 0 ? before : after);
}

/** Share of the way from a to b at which the next value is taken. */
function interpolatedShare(a: Sample, b: Sample, c: Sample): number {
  const [fa, fb, fc] = [a.gap.difference, b.gap.difference, c.gap.difference];
  const xi = (a.value - b.value) / (c.value - b.value);
  const phi = (fa - fb) / (fc - fb);
  if (fa === 0 || fb === 0 || !(phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi)) return 0.5;
  return (fa / (fb - fa)) * (fc / (fb - fc)) + ((c.value - a.value) / (b.value - a.value)) * (fa / (fc - fa)) * (fb / (fc - fb));
}
