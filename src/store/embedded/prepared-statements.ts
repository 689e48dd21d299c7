import { messages, protocol, types, type PGlite } from '@electric-sql/pglite';

const { serialize } = protocol;

// Lists of values make texts of many lengths; the others are far fewer.
const keptMax = 300;

/** The result of a statement. */
export interface StatementResult {
  readonly rows: Readonly<Record<string, unknown>>[];
  /** Rows inserted, updated or deleted; nothing for statements that change none. */
  readonly affected?: number;
}

interface Prepared {
  readonly name: string;
  readonly parameters: readonly number[];
  readonly fields: readonly Field[];
}

interface Field {
  readonly name: string;
  readonly dataTypeID: number;
}

const preparable = /^\s*(select|insert|update|delete|with|start transaction$|commit$|rollback$)/i;

/**
 * Runs statements on PGlite, each text parsed once and then only executed, in one call. PGlite's own `query` parses,
 * describes and plans each anew in five calls, which costs more than three times what most of ours do.
 */
export class PreparedStatements {
  readonly #pglite: PGlite;
  readonly #known = new Map<string, Prepared>();
  #count = 0;

  constructor(pglite: PGlite) {
    this.#pglite = pglite;
  }

  /** Runs one statement. There is one connection, so its caller sees to it that none is under way. */
  async run(sql: string, values: readonly unknown[]): Promise<StatementResult> {
    if (!preparable.test(sql)) return this.#runOnce(sql, values);
    const prepared = this.#known.get(sql) ?? (await this.#prepare(sql));
    // The one used last moves to the end, so that the one unused for longest is the first to go.
    this.#known.delete(sql);
    this.#known.set(sql, prepared);
    const answers = await this.#exchange([
      serialize.bind({ statement: prepared.name, values: this.#textsOf(prepared, values) }),
      serialize.execute(),
      serialize.sync(),
    ]);
    return this.#resultOf(prepared, answers);
  }

  // A statement that changes tables also changes the results of prepared statements on them: those are forgotten.
  async #runOnce(sql: string, values: readonly unknown[]): Promise<StatementResult> {
    await this.#forget([...this.#known.keys()]);
    const { rows, affectedRows } = await this.#pglite.query<Record<string, unknown>>(sql, [
      ...values,
    ]);
    return affectedRows === undefined ? { rows } : { rows, affected: affectedRows };
  }

  async #prepare(sql: string): Promise<Prepared> {
    const name = `s${(this.#count += 1)}`;
    const answers = await this.#exchange([
      serialize.parse({ name, text: sql }),
      serialize.describe({ type: 'S', name }),
      serialize.sync(),
    ]);
    const parameters = answers.find(
      (answer) => answer instanceof messages.ParameterDescriptionMessage,
    );
    const row = answers.find((answer) => answer instanceof messages.RowDescriptionMessage);
    const prepared = {
      name,
      parameters: parameters?.dataTypeIDs ?? [],
      fields: row?.fields ?? [],
    };
    const [oldest] = this.#known.keys();
    if (this.#known.size >= keptMax && oldest !== undefined) await this.#forget([oldest]);
    return prepared;
  }

  async #forget(texts: readonly string[]): Promise<void> {
    const closing = texts.flatMap((text) => {
      const known = this.#known.get(text);
      this.#known.delete(text);
      return known === undefined ? [] : [serialize.close({ type: 'S', name: known.name })];
    });
    if (closing.length > 0) await this.#exchange([...closing, serialize.sync()]);
  }

  async #exchange(sent: readonly Uint8Array[]): Promise<readonly ReturnedMessage[]> {
    // Below PGlite's own `query` nothing else looks.
    if (this.#pglite.closed) throw new Error('the embedded database is closed');
    const { messages: answers } = await this.#pglite.execProtocol(Buffer.concat(sent), {
      syncToFs: false,
      throwOnError: false,
    });
    for (const answer of answers) if (answer instanceof messages.DatabaseError) throw answer;
    return answers;
  }

  #textsOf({ parameters }: Prepared, values: readonly unknown[]): (string | null)[] {
    return values.map((value, index) => {
      if (value === null || value === undefined) return null;
      const serializer = this.#pglite.serializers[parameters[index] ?? types.TEXT];
      return serializer === undefined ? String(value) : serializer(value);
    });
  }

  #resultOf({ fields }: Prepared, answers: readonly ReturnedMessage[]): StatementResult {
    const rows: Record<string, unknown>[] = [];
    let affected: number | undefined;
    for (const answer of answers) {
      if (answer instanceof messages.DataRowMessage) rows.push(this.#rowOf(fields, answer.fields));
      if (answer instanceof messages.CommandCompleteMessage) affected = affectedBy(answer.text);
    }
    return affected === undefined ? { rows } : { rows, affected };
  }

  #rowOf(fields: readonly Field[], texts: readonly (string | null)[]): Record<string, unknown> {
    const row: Record<string, unknown> = {};
    for (const [index, { name, dataTypeID }] of fields.entries()) {
      row[name] = types.parseType(texts[index] ?? null, dataTypeID, this.#pglite.parsers);
    }
    return row;
  }
}

type ReturnedMessage = Awaited<ReturnType<PGlite['execProtocol']>>['messages'][number];

const affectedBy = (text: string): number | undefined => {
  const [, count] = /^(?:INSERT \d+|UPDATE|DELETE) (\d+)$/.exec(text) ?? [];
  return count === undefined ? undefined : Number(count);
};
