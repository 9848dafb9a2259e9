// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import io.wayside.weighing.motion.MotionWeighing.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All loops of an instrument; the first that works tells vehicles apart. */
final class Presences {

  private static final double DEBOUNCE_S = 0.005;
  private static final int MOST_EARLY = 64;
  private static final int DEAD_AFTER = 5;

  private final List<Presence> loops = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();
  private final List<Early> early = new ArrayList<>();
  private final long[] missed;

  Presences(StripInstrument instrument, Map<String, Integer> channels) {
    for (Loop loop : instrument.loops()) {
      loops.add(new Presence(loop));
      places.add(loop.channel().map(channels::get).orElse(-1));
    }
    missed = new long[loops.size()];
  }

  /** A contact's edge before time was known. */
  private record Early(String contact, boolean active, long nanos) {}

  /** Samples [from, to) of a block, the first numbered {@code number}. */
  void take(double[][] samples, int from, int to, long number, double samplesPerSecond) {
    int debounce = Math.max(1, (int) Math.round(DEBOUNCE_S * samplesPerSecond));
    for (int k = 0; k < loops.size(); k++) {
      if (places.get(k) >= 0) {
        double[] channel = samples[places.get(k)];
        for (int i = from; i < to; i++) {
          loops.get(k).sample(channel[i], number + i - from, debounce);
        }
      }
    }
  }

  void contact(String id, boolean active, long nanos, SampleClock clock) {
    if (!clock.isSet()) {
      if (early.size() < MOST_EARLY) {
        early.add(new Early(id, active, nanos));
      }
      return;
    }
    for (Presence presence : loops) {
      if (presence.loop().contact().filter(id::equals).isPresent()) {
        presence.change(active, clock.sampleAt(nanos));
      }
    }
  }

  /** Takes what came before time was known. */
  void settle(SampleClock clock) {
    early.forEach(edge -> contact(edge.contact, edge.active, edge.nanos, clock));
    early.clear();
  }

  /** The loop to go by: the first that is not silent. */
  Optional<Presence> deciding() {
    for (int k = 0; k < loops.size(); k++) {
      if (missed[k] < DEAD_AFTER) {
        return Optional.of(loops.get(k));
      }
    }
    return Optional.empty();
  }

  /** A vehicle was weighed; {@code felt} says whether the deciding loop had felt it. */
  void vehicle(Optional<Presence> by, boolean felt) {
    if (by.isPresent()) {
      int k = loops.indexOf(by.get());
      missed[k] = felt ? 0 : missed[k] + 1;
    }
    for (int k = 0; k < loops.size(); k++) {
      if (missed[k] >= DEAD_AFTER && loops.get(k).movedSinceAsked()) {
        missed[k] = 0; // it is back
      }
    }
  }

  void forget() {
    loops.forEach(Presence::forget);
  }

  void troubles(List<Trouble> into) {
    for (int k = 0; k < loops.size(); k++) {
      if (missed[k] >= DEAD_AFTER) {
        Loop loop = loops.get(k).loop();
        into.add(
            new Trouble(
                "loop-silent",
                "loop "
                    + loop.channel().or(loop::contact).orElse("")
                    + " felt none of the last "
                    + missed[k]
                    + " vehicles; check its wire, detector and threshold"));
      }
    }
  }
}
