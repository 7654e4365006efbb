import { RefusedInput } from '../refused-input.ts';
import { type AnswerFaultKind, type NewPlan, type Plan, planSchema } from './plan.ts';

/** What is planned for coming requests, in the order in which it was planned. */
export interface Plans {
  /** @throws ZodError or RefusedInput when it makes no sense for this terminal */
  add(plan: unknown): void;
  clear(): void;
  list(): readonly Plan[];
  /** The plan for this request; counts it. Without one, everything goes well. */
  take(request: Plan['request']): Plan;
}

const NO_PLAN: NewPlan = {};

export function createPlans(supported: readonly AnswerFaultKind[]): Plans {
  let plans: Plan[] = [];

  return {
    add(plan) {
      const parsed = planSchema.parse(plan);
      if (parsed.answer && !supported.includes(parsed.answer.kind)) {
        throw new RefusedInput(
          `This terminal knows no "${parsed.answer.kind}". It knows: ${supported.join(', ')}.`,
        );
      }
      plans.push(parsed);
    },
    clear() {
      plans = [];
    },
    list: () => plans,
    take(request) {
      const plan = plans.find((candidate) => candidate.request === request);
      if (!plan) return planSchema.parse({ ...NO_PLAN, request });
      plan.times -= 1;
      plans = plans.filter(({ times }) => times > 0);
      return plan;
    },
  };
}
