import { pool } from '#db/client.ts'

/** The pool, for the adapter that carries live news between several servers. */
export function adapterPool() {
  return pool()
}
