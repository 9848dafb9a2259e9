// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.aidcommands;

import java.util.ArrayList;
import java.util.List;

/**
 * A lamp as it truly is, second by second. It knows nothing of gateways but what reaches it: an
 * order with the time after which it returns by itself, where it is of the kind that does.
 */
final class TrueLamp {

  /** Its own photocell decides. */
  static final String OWN = "own";

  static final String SHINE = "shine";
  static final String DARK = "dark";
  static final String DIM = "dim";

  /** Looks: what an eye sees. */
  static final String UNLIT = "unlit";

  static final String PUBLISHED = "published";

  /** It goes back when nobody has spoken to it for so long. */
  static final int WATCHDOG_S = 60;

  private static final int DAY_S = 7_200;

  /** What was so during a second. */
  record Second(String mode, String look, boolean reachable) {}

  /** What reached it. */
  record Told(int second, String mode) {}

  private final boolean returnsByItself;
  private final List<Second> seconds = new ArrayList<>();
  private final List<Told> tellings = new ArrayList<>();
  private String mode;
  private int untilS;
  private int spokenToS;

  TrueLamp(boolean returnsByItself, String left) {
    this.returnsByItself = returnsByItself;
    this.mode = left;
    this.untilS = 100;
  }

  void told(String wanted, int leaseS, int now) {
    mode = wanted;
    tellings.add(new Told(now, wanted));
    untilS = now + leaseS;
    spokenToS = now;
  }

  /** A driver that lives keeps speaking to it. */
  void spokenTo(int now) {
    spokenToS = now;
  }

  /** Power was away for a moment. */
  void restarted() {
    mode = OWN;
  }

  void second(int now, boolean reachable) {
    boolean left = now >= untilS || now - spokenToS >= WATCHDOG_S;
    if (returnsByItself && left) {
      mode = OWN;
    }
    seconds.add(new Second(mode, look(now), reachable));
  }

  static boolean isNight(int second) {
    return second % DAY_S >= DAY_S / 2;
  }

  String look(int now) {
    return switch (mode) {
      case SHINE -> PUBLISHED;
      case DARK -> UNLIT;
      case OWN -> isNight(now) ? PUBLISHED : UNLIT;
      default -> isNight(now) ? mode : UNLIT;
    };
  }

  List<Second> seconds() {
    return seconds;
  }

  /** Whether it was told so within these seconds, both included. */
  boolean wasTold(String wanted, int from, int to) {
    return tellings.stream()
        .anyMatch(
            told -> told.mode().equals(wanted) && told.second() >= from && told.second() <= to);
  }

  int size() {
    return seconds.size();
  }
}
