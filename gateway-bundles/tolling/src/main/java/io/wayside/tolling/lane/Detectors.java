// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import java.util.EnumMap;
import java.util.Map;

/** What loops and curtain last said. One that was not heard, or is lost, counts as occupied. */
final class Detectors {

  private static final class State {
    boolean known;
    boolean occupied = true;
    long roseNanos;
    long fellNanos;
    boolean hasFallen;
  }

  private final Map<Detector, State> states = new EnumMap<>(Detector.class);

  Detectors() {
    forgetAll();
  }

  /** Whether this is news: another state, or the first word after silence. */
  boolean hear(Detector detector, boolean occupied, long now) {
    State state = state(detector);
    boolean news = !state.known || state.occupied != occupied;
    if (news) {
      if (occupied) {
        state.roseNanos = now;
      } else {
        state.fellNanos = now;
        state.hasFallen = true;
      }
    }
    state.known = true;
    state.occupied = occupied;
    return news;
  }

  void lose(Detector detector) {
    state(detector).known = false;
  }

  final void forgetAll() {
    for (Detector detector : Detector.values()) {
      states.put(detector, new State());
    }
  }

  boolean known(Detector detector) {
    return state(detector).known;
  }

  boolean knownFree(Detector detector) {
    State state = state(detector);
    return state.known && !state.occupied;
  }

  boolean knownOccupied(Detector detector) {
    State state = state(detector);
    return state.known && state.occupied;
  }

  long rose(Detector detector) {
    return state(detector).roseNanos;
  }

  long fell(Detector detector) {
    return state(detector).fellNanos;
  }

  /** Occupied without a break from that moment on. */
  boolean occupiedSince(Detector detector, long nanos) {
    State state = state(detector);
    return state.known && state.occupied && state.roseNanos - nanos <= 0;
  }

  boolean fellAfter(Detector detector, long nanos) {
    State state = state(detector);
    return state.hasFallen && state.fellNanos - nanos >= 0;
  }

  private State state(Detector detector) {
    State state = states.get(detector);
    if (state == null) {
      throw new IllegalStateException("no state of " + detector);
    }
    return state;
  }
}
