import { remember } from '@epic-web/remember'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** Figures for the operator. None is about a person: no ids, names or addresses in labels. */
export const metrics = remember('metrics', () => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return {
    registry,
    requests: new Counter({
      name: 'lernen25_http_requests_total',
      help: 'Answered requests by method and class of status',
      labelNames: ['method', 'status'],
      registers: [registry],
    }),
    seconds: new Histogram({
      name: 'lernen25_http_seconds',
      help: 'Time to answer',
      buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers: [registry],
    }),
    queries: new Counter({
      name: 'lernen25_database_queries_total',
      help: 'Statements sent to the database',
      registers: [registry],
    }),
    sockets: new Gauge({
      name: 'lernen25_sockets',
      help: 'Open live connections',
      registers: [registry],
    }),
    signInFailures: new Counter({
      name: 'lernen25_sign_in_failures_total',
      help: 'Refused sign-ins',
      registers: [registry],
    }),
  }
})
