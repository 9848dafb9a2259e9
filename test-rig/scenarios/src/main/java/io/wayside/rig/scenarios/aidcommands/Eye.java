// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.aidcommands;

import io.wayside.waterway.aid.Duty;
import io.wayside.waterway.control.Sight;
import io.wayside.waterway.rhythm.Seen;
import java.util.Optional;

/** A light input: sees what the lamp shows when it was so for two periods, and so late. */
final class Eye {

  static final int LAG_S = 10;
  private static final long NANOS = 1_000_000_000L;

  private String showing = "";
  private int showingSinceS;
  private String judged = "";
  private int judgedHeldS;
  private Seen seen = Seen.NOT_KNOWN;
  private int seenSinceS;
  private boolean blind;

  void blind(boolean is) {
    blind = is;
  }

  void second(String look, Duty duty, int now) {
    if (!look.equals(showing)) {
      showing = look;
      showingSinceS = now;
    }
    if (now - showingSinceS >= LAG_S) {
      judged = showing;
    }
    if (showing.equals(judged)) {
      judgedHeldS = now;
    } else if (now - judgedHeldS > LAG_S) {
      judged = "";
    }
    Seen is = blind || judged.isEmpty() ? Seen.NOT_KNOWN : compare(duty);
    if (is != seen) {
      seen = is;
      seenSinceS = now;
    }
  }

  private Seen compare(Duty duty) {
    if (judged.equals(TrueLamp.UNLIT)) {
      return Seen.DARK;
    }
    boolean other = duty.mode() == Duty.Mode.OTHER_CHARACTER;
    if (judged.equals(TrueLamp.DIM)) {
      return other ? Seen.OTHER_RHYTHM : Seen.REDUCED;
    }
    String wanted = other ? "code" + duty.rhythm().orElseThrow().periodMs() / 1_000 : "published";
    return judged.equals(wanted) ? Seen.AS_EXPECTED : Seen.OTHER_RHYTHM;
  }

  Sight sight(int now) {
    return new Sight(
        Optional.of(seen),
        seenSinceS * NANOS,
        TrueLamp.isNight(now) ? Sight.Due.LIT : Sight.Due.UNLIT);
  }
}
