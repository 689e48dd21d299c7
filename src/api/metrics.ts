import type { Sickness } from './health/sickness.ts';

/** Counters and gauges in Prometheus' text format. */
export interface Metrics {
  count(name: CounterName, labels?: Readonly<Record<string, string>>): void;
  gauge(name: GaugeName, value: number): void;
  /** Names the incidents that do not go on as they should. */
  sick(incidents: readonly Pick<Sickness, 'incident' | 'what'>[]): void;
  text(): string;
}

const counters = {
  jiechu_http_requests_total: 'Requests answered, by route and status.',
  jiechu_acts_total: 'Acts by what became of them.',
  jiechu_reports_total: 'Reports taken, by whether their incident ran at once.',
  jiechu_sign_ins_total: 'Tries to sign in, by outcome.',
  jiechu_shed_total: 'Requests that were sent away because too much waited, by why.',
  jiechu_engine_outages_total: 'Times the engine did not answer.',
  jiechu_anchor_failures_total: 'Times the heads of logs could not be anchored or told outside.',
} as const;

const gauges = {
  jiechu_event_streams: 'Open streams of server-sent events.',
  jiechu_waiting_requests: 'Requests that wait for their turn.',
  jiechu_unreadable_rows: 'Rows that cannot be read and were left out of lists; see the log.',
  jiechu_inbox_reports: 'Reports in the inbox whose incident does not run yet, as last seen.',
  jiechu_anchored_time_seconds: 'When the heads of logs were last anchored, in Unix time.',
  jiechu_anchor_misfits: 'Logs that are not what was anchored of them, as last seen.',
} as const;

type CounterName = keyof typeof counters;
type GaugeName = keyof typeof gauges;

/** Counts since this process started. */
export function createMetrics(): Metrics {
  const counts = new Map<string, Map<string, number>>();
  const values = new Map<string, number>();
  let sick: readonly Pick<Sickness, 'incident' | 'what'>[] = [];
  return {
    count(name, labels = {}) {
      const series = counts.get(name) ?? new Map<string, number>();
      counts.set(name, series);
      const key = labelText(labels);
      series.set(key, (series.get(key) ?? 0) + 1);
    },
    gauge: (name, value) => void values.set(name, value),
    sick: (incidents) => void (sick = incidents),
    text() {
      const counted = Object.entries(counters).flatMap(([name, help]) => [
        ...heading(name, help, 'counter'),
        ...[...(counts.get(name) ?? [])].map(([labels, count]) => `${name}${labels} ${count}`),
      ]);
      const measured = Object.entries(gauges).flatMap(([name, help]) => [
        ...heading(name, help, 'gauge'),
        `${name} ${values.get(name) ?? 0}`,
      ]);
      const named = [
        ...heading('jiechu_sick_incident', 'An incident that does not go on, by why.', 'gauge'),
        ...sick.map(
          ({ incident, what }) => `jiechu_sick_incident${labelText({ incident, what })} 1`,
        ),
      ];
      return `${[...counted, ...measured, ...named].join('\n')}\n`;
    },
  };
}

const heading = (name: string, help: string, kind: string) => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${kind}`,
];

function labelText(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([key, value]) => `${key}="${escaped(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

const escaped = (value: string) =>
  value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', ' ');
