import {
  CamelCasePlugin,
  type IdentifierNode,
  PostgresDialect,
  PostgresQueryCompiler,
} from 'kysely'

/** Rows of the database have snake_case, objects of the house camelCase; what lies inside a JSON value stays as it is. */
class Names extends CamelCasePlugin {
  constructor() {
    super({ maintainNestedObjectKeys: true })
  }

  /** Left to the compiler below: the plugin would build each query a second time, only to rename what is in it. */
  override transformQuery({ node }: Parameters<CamelCasePlugin['transformQuery']>[0]) {
    return node
  }

  /** All rows of a result have the same names: each is translated once, not for every row. */
  override transformResult({ result }: Parameters<CamelCasePlugin['transformResult']>[0]) {
    const inRows = Object.keys(result.rows[0] ?? {})
    const pairs = inRows.map((name) => [name, this.camelCase(name)] as const)
    const rows = result.rows.map((row) => {
      const renamed: Record<string, unknown> = {}
      for (const [name, ours] of pairs) renamed[ours] = row[name]
      return renamed
    })
    return Promise.resolve({ ...result, rows })
  }

  inDatabase(name: string): string {
    return this.snakeCase(name)
  }
}

export const names = new Names()

class Compiler extends PostgresQueryCompiler {
  protected override compileUnwrappedIdentifier({ name }: IdentifierNode): void {
    this.append(this.sanitizeIdentifier(names.inDatabase(name)))
  }
}

/** PostgreSQL, with names as the database writes them. To be used with the plugin `names`. */
export class NamingDialect extends PostgresDialect {
  override createQueryCompiler() {
    return new Compiler()
  }
}
