// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parking;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Counts at one lane how many vehicles pass on how many openings, and what leaks. */
public final class OpeningWatch {

  private final EnumMap<Leak, Long> leaks = new EnumMap<>(Leak.class);
  private long openings;
  private long passages;
  private int granted; // openings for which nobody has passed yet
  private boolean up;

  /** Nothing was counted before. */
  public OpeningWatch() {}

  /** Goes on where an earlier run has stopped. */
  public OpeningWatch(long openings, long passages, Map<Leak, Long> leaks) {
    this.openings = openings;
    this.passages = passages;
    this.leaks.putAll(leaks);
  }

  /**
   * The barrier is raised, or kept up for the next vehicle.
   *
   * @param session whether a stay stands behind it
   */
  public void raised(boolean session) {
    openings++;
    up = true;
    granted++;
    if (!session) {
      count(Leak.OPENED_WITHOUT_SESSION);
    }
  }

  /** An opening that was counted before a restart still holds. */
  public void stillRaised() {
    up = true;
    granted++;
  }

  /** Who was let pass has gone back. */
  public void givenBack() {
    granted = Math.max(0, granted - 1);
  }

  /** The barrier is down; what was granted and not used is gone. */
  public void lowered() {
    up = false;
    granted = 0;
  }

  /** A vehicle has passed. */
  public void passed() {
    passages++;
    if (granted > 0) {
      granted--;
    } else {
      count(up ? Leak.TAILGATE : Leak.PASSED_CLOSED);
    }
  }

  /** A vehicle has passed close behind another, whatever the barrier was told meanwhile. */
  public void passedBehind() {
    passages++;
    count(Leak.TAILGATE);
  }

  /** A vehicle has left and no entry was found for it. */
  public void leftWithoutEntry() {
    count(Leak.EXIT_WITHOUT_ENTRY);
  }

  public long openings() {
    return openings;
  }

  public long passages() {
    return passages;
  }

  public Map<Leak, Long> leaks() {
    return Collections.unmodifiableMap(new EnumMap<>(leaks));
  }

  private void count(Leak leak) {
    leaks.merge(leak, 1L, Long::sum);
  }
}
