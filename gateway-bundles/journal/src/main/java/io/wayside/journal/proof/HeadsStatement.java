// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.proof;

import io.wayside.core.data.Cbor;
import io.wayside.core.data.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a journal says of the last record of each of its streams. As the hash of a record stands for
 * all before it in its stream, one statement covers everything stored of each stream up to its
 * head. What is signed is the deterministic CBOR of
 *
 * <pre>
 * ["wayside-heads", 1, gateway, batch, written s, written ns, [[stream, sequence, hash], …]]
 * </pre>
 *
 * @param gateway the gateway's id
 * @param batch number of a commit that the heads contain
 * @param written wall time of the statement
 * @param heads by the name of the stream, ascending
 */
public record HeadsStatement(String gateway, long batch, Instant written, List<Head> heads) {

  private static final String MARK = "wayside-heads";
  private static final int VERSION = 1;

  /**
   * The last record of a stream.
   *
   * @param hash lower-case hexadecimal
   */
  public record Head(String stream, long sequence, String hash) {}

  public HeadsStatement {
    heads = heads.stream().sorted(Comparator.comparing(Head::stream)).toList();
  }

  /** The bytes that are signed. */
  public byte[] encode() {
    List<Value> rows = new ArrayList<>(heads.size());
    for (Head head : heads) {
      rows.add(
          new Value.Many(
              List.of(
                  new Value.Text(head.stream),
                  new Value.Whole(head.sequence),
                  new Value.Text(head.hash))));
    }
    return Cbor.encode(
        new Value.Many(
            List.of(
                new Value.Text(MARK),
                new Value.Whole(VERSION),
                new Value.Text(gateway),
                new Value.Whole(batch),
                new Value.Whole(written.getEpochSecond()),
                new Value.Whole(written.getNano()),
                new Value.Many(rows))));
  }
}
