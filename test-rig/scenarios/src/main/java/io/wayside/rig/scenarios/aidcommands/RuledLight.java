// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.aidcommands;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.waterway.automation.RuleBook;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * What the rule of a trial may want, reckoned from the true water and not from what the gateway
 * made of the gauge: dark while the water is low, another rhythm while it is high or nobody knows.
 */
final class RuledLight {

  static final String GAUGE = "rig/gauge";
  static final String CODE = "7";

  /** Median, dead zone and noise: later than this no sound gauge tells of a change. */
  private static final int LAG_S = 2 * RigGauge.PERSIST_S + 10;

  /** After readings that scattered, ten times as long must be steady. */
  private static final int DISTRUST_S = 10 * RigGauge.PERSIST_S + LAG_S;

  private static final double MARGIN_M = 0.1;

  private final RigGauge gauge;
  private final Set<Integer> begun;

  /**
   * @param begun seconds in which a gateway began, which knows of no level yet
   */
  RuledLight(RigGauge gauge, Iterable<Integer> begun) {
    this.gauge = gauge;
    this.begun = new HashSet<>();
    begun.forEach(this.begun::add);
  }

  static RuleBook book() {
    String bands =
        String.format(
            Locale.ROOT,
            """
            {"name":"low","light":"dark","says":{"vi":"cạn","en":"low"}},
            {"name":"usual","fromM":%.1f,"light":"automatic","says":{"vi":"thường","en":"usual"}},
            {"name":"high","fromM":%.1f,"light":{"code":"%s"},"says":{"vi":"cao","en":"high"}}
            """,
            RigGauge.LOW_M,
            RigGauge.HIGH_M,
            CODE);
    String document =
        String.format(
            Locale.ROOT,
            """
            {"rules":"rig","version":1,"title":{"vi":"giàn thử","en":"rig"},"zone":"UTC","lights":[
             {"name":"water","by":"level","title":{"vi":"nước","en":"water"},"gauge":"%s",
              "bands":[%s],"hysteresisM":%.1f,"staleAfterS":%d,"persistS":%d,"scatterM":0.6,
              "safe":"high","source":"rig"}]}
            """,
            GAUGE,
            bands,
            RigGauge.DEAD_ZONE_M,
            RigGauge.STALE_S,
            RigGauge.PERSIST_S);
    try {
      return RuleBook.from(Node.read("rig", document));
    } catch (GarbledData wrong) {
      throw new IllegalStateException("the rig's rules cannot be read", wrong);
    }
  }

  boolean mayWant(String mode, int now) {
    boolean dark = mode.equals(TrueLamp.DARK);
    if (!dark && !mode.equals("code" + CODE)) {
      return false;
    }
    int since = gauge.wasSound(now - DISTRUST_S, now) ? LAG_S : LAG_S + RigGauge.STALE_S;
    boolean sound = since == LAG_S;
    if (!dark && (!sound || hasBegun(now))) {
      return true;
    }
    for (int second = Math.max(0, now - since); second <= now; second++) {
      double level = gauge.levelM(second);
      boolean wants =
          dark
              ? level < RigGauge.LOW_M + MARGIN_M
              : level > RigGauge.HIGH_M - RigGauge.DEAD_ZONE_M - MARGIN_M;
      if (wants) {
        return true;
      }
    }
    return false;
  }

  private boolean hasBegun(int now) {
    for (int second = now - LAG_S; second <= now; second++) {
      if (begun.contains(second)) {
        return true;
      }
    }
    return false;
  }
}
