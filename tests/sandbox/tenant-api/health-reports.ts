/** How each kiosk is, as it last said. */
export interface HealthReports {
  readonly latest: readonly ReceivedHealthReport[];
  receive(kioskId: string, report: HealthReport): void;
}

/** As the contract has it; what stands in it is for people to read. */
export interface HealthReport {
  readonly at: string;
  readonly parts: readonly { readonly part: string; readonly state: string; readonly code: string }[];
}

export interface ReceivedHealthReport {
  readonly kioskId: string;
  readonly count: number;
  readonly report: HealthReport;
}

export function createHealthReports(): HealthReports {
  const received = new Map<string, ReceivedHealthReport>();
  return {
    get latest() {
      return [...received.values()];
    },
    receive(kioskId, report) {
      received.set(kioskId, { kioskId, count: (received.get(kioskId)?.count ?? 0) + 1, report });
    },
  };
}
