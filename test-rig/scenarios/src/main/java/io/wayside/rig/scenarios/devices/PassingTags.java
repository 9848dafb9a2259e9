// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.devices;

import io.wayside.rig.scenarios.devices.TagsInField.Placed;
import io.wayside.rig.simulators.clock.RigClock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tags that are driven through one after the other: heard by antenna 1, which looks at the approach,
 * then by their own, then by none.
 */
final class PassingTags {

  private static final Duration TICK = Duration.ofMillis(10);
  private static final long APPROACH_NANOS = 3_000_000_000L;
  private static final long LANE_NANOS = 6_000_000_000L;
  private static final int APPROACH_ANTENNA = 1;
  private static final int NOWHERE = 0;
  private static final int SECOND = 1000;

  /** What hears them. */
  interface Field {
    void reply(Placed tag, int antenna);
  }

  private final List<Placed> tags;
  private final int perSecond;
  private final long eachNanos;
  private final Field field;
  private final Consumer<String> told;
  private long begunNanos;
  private long owedThousandths;
  private long turn = -1;
  private int antenna = NOWHERE;

  /**
   * @param each from the coming of one to that of the next
   * @param told where each is, in words
   */
  PassingTags(
      List<Placed> tags, int perSecond, Duration each, Field field, Consumer<String> told) {
    this.tags = tags;
    this.perSecond = perSecond;
    this.eachNanos = each.toNanos();
    this.field = field;
    this.told = told;
  }

  void start(RigClock clock) {
    begunNanos = clock.nanos();
    clock.every(TICK, nanos -> drive(nanos - begunNanos));
  }

  private void drive(long nanos) {
    long now = nanos / eachNanos;
    Placed tag = tags.get((int) (now % tags.size()));
    int at = antennaOf(tag, nanos % eachNanos);
    if (now != turn || at != antenna) {
      turn = now;
      antenna = at;
      told.accept(HexFormat.of().formatHex(tag.tag().epc()) + (at == NOWHERE ? " gone" : " at antenna " + at));
    }
    if (at != NOWHERE) {
      answer(tag, at);
    }
  }

  private static int antennaOf(Placed tag, long nanos) {
    if (nanos < APPROACH_NANOS) {
      return APPROACH_ANTENNA;
    }
    return nanos < APPROACH_NANOS + LANE_NANOS ? tag.antenna() : NOWHERE;
  }

  private void answer(Placed tag, int at) {
    owedThousandths += perSecond * TICK.toMillis();
    while (owedThousandths >= SECOND) {
      owedThousandths -= SECOND;
      field.reply(tag, at);
    }
  }
}
