// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.gate;

import io.wayside.rig.scenarios.parking.LotClock;
import io.wayside.tolling.gate.Way;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What media carry of their last tap. The reader writes it when the medium is shown, by its own
 * clock, before anybody has decided on the tap. Half of them carry nothing.
 */
final class Media {

  private final LotClock clock;
  private final long readerAheadS;
  private final Map<String, String> words = new HashMap<>();

  Media(LotClock clock, long readerAheadS) {
    this.clock = clock;
    this.readerAheadS = readerAheadS;
  }

  private long nowS() {
    return clock.wall().getEpochSecond() + readerAheadS;
  }

  /** It was tapped at another gateway's gate, a minute ago. */
  void cameFrom(String station, String token) {
    words.put(token, ",in," + station + "," + (nowS() - 60));
  }

  /** What the reader says when it is shown, and then writes. */
  String shown(String token, Way way) {
    String said = words.getOrDefault(token, "");
    if (carries(token)) {
      words.put(
          token, "," + way.name().toLowerCase(Locale.ROOT) + "," + GateWorld.STOP + "," + nowS());
    }
    return said;
  }

  private static boolean carries(String token) {
    return token.hashCode() % 2 == 0;
  }

  /** A medium that carries nothing of its own taps here keeps what was written elsewhere. */
  void leaves(String token) {
    if (!carries(token)) {
      words.remove(token);
    }
  }
}
