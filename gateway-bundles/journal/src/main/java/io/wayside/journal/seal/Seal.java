// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.seal;

import io.wayside.core.data.Cbor;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is signed for each commit: the new head of every stream it touched. As a head's hash stands
 * for the whole stream before it, one seal vouches for every record up to its heads, and one stream
 * can be checked without the others. Its bytes are the deterministic CBOR of
 *
 * <pre>
 * ["wayside-seal", 1, gateway, batch, previous seal, written s, written ns,
 *  [[stream, sequence, hash], …]]
 * </pre>
 *
 * @param gateway the gateway's id
 * @param batch 1, 2, 3 … without a gap
 * @param previous digest of the seal before, 64 zeros before the first; see {@link SignedSeal}
 * @param written wall time of the commit
 * @param heads last record of each touched stream
 */
public record Seal(String gateway, long batch, String previous, Instant written, List<Head> heads) {

  private static final String MARK = "wayside-seal";
  private static final int VERSION = 1;
  private static final String ORIGIN = "0".repeat(64);

  /**
   * The last record of a stream in the commit.
   *
   * @param hash lower-case hexadecimal
   */
  public record Head(String stream, long sequence, String hash) {}

  public Seal {
    heads = List.copyOf(heads);
  }

  /** What {@code previous} is for the first seal. */
  public static String origin() {
    return ORIGIN;
  }

  public byte[] encode() {
    List<Value> headValues = new ArrayList<>(heads.size());
    for (Head head : heads) {
      headValues.add(
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
                new Value.Text(previous),
                new Value.Whole(written.getEpochSecond()),
                new Value.Whole(written.getNano()),
                new Value.Many(headValues))));
  }

  public static Seal decode(byte[] bytes) throws GarbledData {
    if (Cbor.decode(bytes) instanceof Value.Many many
        && many.values().size() == 8
        && many.values().get(0).equals(new Value.Text(MARK))
        && many.values().get(1).equals(new Value.Whole(VERSION))
        && many.values().get(2) instanceof Value.Text gateway
        && many.values().get(3) instanceof Value.Whole batch
        && many.values().get(4) instanceof Value.Text previous
        && many.values().get(5) instanceof Value.Whole seconds
        && many.values().get(6) instanceof Value.Whole nanos
        && many.values().get(7) instanceof Value.Many heads) {
      try {
        return new Seal(
            gateway.value(),
            batch.value(),
            previous.value(),
            Instant.ofEpochSecond(seconds.value(), nanos.value()),
            heads(heads.values()));
      } catch (DateTimeException | ArithmeticException outOfRange) {
        throw new GarbledData("the seal's time is beyond any calendar");
      }
    }
    throw new GarbledData("not a seal in form " + VERSION);
  }

  private static List<Head> heads(List<Value> values) throws GarbledData {
    List<Head> heads = new ArrayList<>(values.size());
    for (Value value : values) {
      if (value instanceof Value.Many head
          && head.values().size() == 3
          && head.values().get(0) instanceof Value.Text stream
          && head.values().get(1) instanceof Value.Whole sequence
          && head.values().get(2) instanceof Value.Text hash) {
        heads.add(new Head(stream.value(), sequence.value(), hash.value()));
      } else {
        throw new GarbledData("a head in a seal is [stream, sequence, hash]");
      }
    }
    return heads;
  }
}
