import { effectiveCapacity, smallestNodes } from "../../src/engine/capacity/scalability";
import { scalabilityFit } from "../../src/engine/capacity/scalabilityFit";
import type { ScalabilityFit } from "../../src/engine/capacity/scalabilityFit";
import type { PublishedCase } from "./family";
import { describeFamily, given } from "./family";

const predicted = (fit: ScalabilityFit, n: number): number => fit.gamma * effectiveCapacity(n, fit.contention, fit.coherency);

function fitted(published: PublishedCase): { fit: ScalabilityFit; n: readonly number[]; x: readonly number[] } {
  const [n, x] = [given<number[]>(published, "n"), given<number[]>(published, "x")];
  return { fit: scalabilityFit(n, x), n, x };
}

function coefficients(published: PublishedCase): Record<string, number> {
  const { fit, n, x } = fitted(published);
  const squares = n.reduce((sum, nodes, index) => sum + ((x[index] ?? 0) - predicted(fit, nodes)) ** 2, 0);
  return {
    ...{ alpha: fit.contention, beta: fit.coherency, gamma: fit.gamma, residual_se: Math.sqrt(squares / (n.length - 3)) },
    ...{ peak_load: fit.peakNodes, peak_throughput: fit.peakThroughput },
    amdahl_limit: scalabilityLevel(fit),
  };
}

/** The level that throughput would approach without coherency: gamma C(N) for a very large N. */
const scalabilityLevel = (fit: ScalabilityFit): number => fit.gamma * effectiveCapacity(1e12, fit.contention, 0);

function predictedAt(published: PublishedCase): Record<string, number> {
  const fit = scalabilityFit(given<number[]>(published, "n_data"), given<number[]>(published, "x_data"));
  return { x: predicted(fit, published.inputs.n), sigma: fit.contention, kappa: fit.coherency, lambda_: fit.gamma };
}

describeFamily("usl", {
  "usl-fit-specsdm91": coefficients,
  "usl-toy-002": coefficients,
  "usl-specsdm91-efficiency": (published) => {
    const { fit, n, x } = fitted(published);
    return { efficiency: n.map((nodes, index) => (x[index] ?? 0) / (fit.gamma * nodes)) };
  },
  "usl-specsdm91-fitted": (published) => {
    const { fit, n } = fitted(published);
    return { fitted: n.map((nodes) => predicted(fit, nodes)) };
  },
  "usl-specsdm91-residuals": (published) => {
    const { fit, n, x } = fitted(published);
    return { residuals: n.map((nodes, index) => (x[index] ?? 0) - predicted(fit, nodes)) };
  },
  "usl-fit-raytracer-11": (published) => {
    const { fit } = fitted(published);
    return {
      ...{ alpha: fit.contention, gamma: fit.gamma, amdahl_limit: scalabilityLevel(fit), beta_max: Math.max(1e-6, fit.coherency) },
      ...{ peak: fit.peakNodes === Infinity ? null : fit.peakNodes, predict_96: predicted(fit, 96), predict_128: predicted(fit, 128) },
    };
  },
  "usl-cisco-x-35": ({ inputs }) => ({ x: inputs.lambda_ * effectiveCapacity(inputs.n, inputs.sigma, inputs.kappa) }),
  "usl-go-cli-*": predictedAt,
  "usl-erratum": ({ inputs }) => ({ n_correct_lower_root: smallestNodes(inputs.x / inputs.lambda_, inputs.sigma, inputs.kappa) }),
});
