// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gate;

import java.util.EnumMap;
import java.util.Map;

/** How many passed a gate since it was started. */
public final class GateCounts {

  private final EnumMap<Way, Long> granted = new EnumMap<>(Way.class);
  private final EnumMap<Way, Long> passed = new EnumMap<>(Way.class);
  private final EnumMap<Way, Long> lapsed = new EnumMap<>(Way.class);
  private final EnumMap<Way, Long> unpaid = new EnumMap<>(Way.class);
  private final EnumMap<Way, Long> released = new EnumMap<>(Way.class);
  private final EnumMap<GateAct.Trouble, Long> alarms = new EnumMap<>(GateAct.Trouble.class);

  void granted(Way way) {
    granted.merge(way, 1L, Long::sum);
  }

  void passed(Way way) {
    passed.merge(way, 1L, Long::sum);
  }

  void lapsed(Way way) {
    lapsed.merge(way, 1L, Long::sum);
  }

  void unpaid(Way way) {
    unpaid.merge(way, 1L, Long::sum);
  }

  void released(Way way) {
    released.merge(way, 1L, Long::sum);
  }

  void alarm(GateAct.Trouble trouble) {
    alarms.merge(trouble, 1L, Long::sum);
  }

  /** Taps that opened the gate. */
  public long grantedOn(Way way) {
    return granted.getOrDefault(way, 0L);
  }

  /** Persons who passed on a tap. */
  public long passedOn(Way way) {
    return passed.getOrDefault(way, 0L);
  }

  /** Taps on which nobody passed. */
  public long lapsedOn(Way way) {
    return lapsed.getOrDefault(way, 0L);
  }

  /** Persons who passed on nobody's tap. */
  public long unpaidOn(Way way) {
    return unpaid.getOrDefault(way, 0L);
  }

  /** Persons who passed while the gate was released for fire. */
  public long releasedOn(Way way) {
    return released.getOrDefault(way, 0L);
  }

  public Map<GateAct.Trouble, Long> alarms() {
    return Map.copyOf(alarms);
  }
}
