// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.hostile;

import io.wayside.core.data.Value;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Importance;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.RecordKind;
import io.wayside.core.time.Stamp;
import java.util.List;
import java.util.Random;

/**
 * What stations hand in: the n-th draft is a function of n and the seed, and bears n, so that its
 * content can be told again by whoever has not seen it, and a double is seen under any number.
 */
record Load(long seed) {

  private static final RecordKind KIND = new RecordKind("rig-number", 1);
  private static final Provenance PROVENANCE = new Provenance("rig", "0123456789abcdef", "none");
  private static final int MOST_FILLING = 1500;

  /** A stream and what its records are. */
  record Stream(String name, Importance importance) {}

  static final List<Stream> STREAMS =
      List.of(
          new Stream("weighing.lane-1", Importance.MONEY),
          new Stream("weighing.lane-2", Importance.ENFORCEMENT),
          new Stream("alarms", Importance.ALARM),
          new Stream("counts", Importance.EVENT),
          new Stream("condition", Importance.TELEMETRY));

  /** Of twenty drafts so many are of the first stream, of the second, … */
  private static final int[] SHARES = {7, 4, 1, 3, 5};

  /** The one a number belongs to; the first numbers go round, so that each stream has some. */
  Stream stream(long number) {
    if (number <= STREAMS.size()) {
      return STREAMS.get((int) number - 1);
    }
    int dice = random(number).nextInt(20);
    int which = 0;
    while (dice >= SHARES[which]) {
      dice -= SHARES[which++];
    }
    return STREAMS.get(which);
  }

  Value.Fields body(long number) {
    Random random = random(number);
    random.nextInt();
    int filling = random.nextInt(MOST_FILLING);
    StringBuilder text = new StringBuilder(filling);
    while (text.length() < filling) {
      text.append((char) ('a' + random.nextInt(26)));
    }
    return Value.Fields.with("number", number)
        .and("massKg", random.nextInt(100_000) / 2.0) // whole and half numbers: forms must stay
        .and("filling", text.toString())
        .build();
  }

  Draft draft(long number, Stream stream, Stamp occurred) {
    return new Draft(stream.name(), KIND, stream.importance(), occurred, PROVENANCE, body(number));
  }

  private Random random(long number) {
    return new Random(seed * 1_000_003 + number * 7919);
  }
}
