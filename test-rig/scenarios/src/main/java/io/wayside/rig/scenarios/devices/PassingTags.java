// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.devices;

import io.wayside.rig.scenarios.devices.TagsInField.Placed;
import io.wayside.rig.simulators.clock.RigClock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tags that are driven through one after the other: heard by antenna 1, which looks at the
 * approach, then by their own too, faintly, then by that alone, then by none.
 */
final class PassingTags {

  /** Where a tag is. */
  private enum Stretch {
    APPROACH(2_000_000_000L),
    ARMING_LOOP(3_000_000_000L),
    LANE(4_000_000_000L),
    GONE(Long.MAX_VALUE);

    private final long nanos;

    Stretch(long nanos) {
      this.nanos = nanos;
    }

    static Stretch at(long sinceComing) {
      long left = sinceComing;
      for (Stretch stretch : values()) {
        if (left < stretch.nanos) {
          return stretch;
        }
        left -= stretch.nanos;
      }
      return GONE;
    }

    String words(int own) {
      return switch (this) {
        case APPROACH -> " at antenna " + APPROACH_ANTENNA;
        case ARMING_LOOP -> " at antennas " + APPROACH_ANTENNA + " and " + own;
        case LANE -> " at antenna " + own;
        case GONE -> " gone";
      };
    }
  }

  private static final Duration TICK = Duration.ofMillis(10);
  private static final int APPROACH_ANTENNA = 1;

  /** Over the arming loop the lane's antenna, which is further on, hears it so much weaker. */
  private static final int AHEAD_DB = 18;

  private static final int SECOND = 1000;

  /** What hears them. */
  interface Field {
    void reply(Placed tag, int antenna, int dbm);
  }

  private final List<Placed> tags;
  private final int perSecond;
  private final long eachNanos;
  private final Field field;
  private final Consumer<String> told;
  private long begunNanos;
  private long owedThousandths;
  private long turn = -1;
  private Stretch where = Stretch.GONE;
  private boolean ahead;

  /**
   * @param each from the coming of one to that of the next
   * @param told where each is, in words
   */
  PassingTags(List<Placed> tags, int perSecond, Duration each, Field field, Consumer<String> told) {
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
    Stretch at = Stretch.at(nanos % eachNanos);
    if (now != turn || at != where) {
      turn = now;
      where = at;
      told.accept(HexFormat.of().formatHex(tag.tag().epc()) + at.words(tag.antenna()));
    }
    if (at != Stretch.GONE) {
      answer(tag);
    }
  }

  private void answer(Placed tag) {
    owedThousandths += perSecond * TICK.toMillis();
    while (owedThousandths >= SECOND) {
      owedThousandths -= SECOND;
      ahead = !ahead;
      switch (where) {
        case APPROACH -> field.reply(tag, APPROACH_ANTENNA, tag.dbm());
        case ARMING_LOOP -> {
          int antenna = ahead ? tag.antenna() : APPROACH_ANTENNA;
          field.reply(tag, antenna, ahead ? tag.dbm() - AHEAD_DB : tag.dbm());
        }
        default -> field.reply(tag, tag.antenna(), tag.dbm());
      }
    }
  }
}
