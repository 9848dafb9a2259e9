// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.rhythm;

import io.wayside.waterway.light.Rhythm;
import io.wayside.waterway.light.Run;
import java.util.BitSet;
import java.util.List;

/** How long light and dark have followed an expected list, wherever in it they began. */
final class Chain {

  private static final long MS = 1_000_000;

  private final List<Run> expected;
  private final Tolerance tolerance;
  private BitSet places = new BitSet(); // in the list, where the last run may have been
  private boolean begun;
  private long sinceNanos;
  private long untilNanos;

  Chain(Rhythm expected, Tolerance tolerance) {
    this.expected = expected.runs();
    this.tolerance = tolerance;
  }

  /** A run ended; whether it followed what was before it. */
  boolean hear(Lasted run, long samplingNanos) {
    BitSet fits = new BitSet();
    for (int place = 0; place < expected.size(); place++) {
      if (fits(run, place, samplingNanos)) {
        fits.set(place);
      }
    }
    boolean first = !begun;
    BitSet following = new BitSet();
    for (int place = places.nextSetBit(0); place >= 0; place = places.nextSetBit(place + 1)) {
      int next = (place + 1) % expected.size();
      if (fits.get(next)) {
        following.set(next);
      }
    }
    boolean follows = begun && !following.isEmpty();
    if (!follows) {
      sinceNanos = fits.isEmpty() ? run.toNanos() : run.fromNanos();
    }
    places = follows ? following : fits;
    begun = !places.isEmpty();
    untilNanos = run.toNanos();
    return follows || (first && begun);
  }

  private boolean fits(Lasted run, int place, long samplingNanos) {
    Run wanted = expected.get(place);
    long length = wanted.millis() * MS;
    long off = run.nanos() - length;
    long most = tolerance.of(length, samplingNanos);
    return wanted.lit() == run.lit() && off <= most && (off >= -most || !run.whole());
  }

  /** Whether the run in progress may still end as expected. */
  boolean goesOn(Lasted current, long samplingNanos) {
    if (!begun) {
      return false;
    }
    for (int place = places.nextSetBit(0); place >= 0; place = places.nextSetBit(place + 1)) {
      Run next = expected.get((place + 1) % expected.size());
      long length = next.millis() * MS;
      if (next.lit() == current.lit()
          && current.nanos() <= length + tolerance.of(length, samplingNanos)) {
        return true;
      }
    }
    return false;
  }

  void cut() {
    places.clear();
    begun = false;
  }

  /** How long the runs that ended have followed the list. */
  long nanos() {
    return begun ? untilNanos - sinceNanos : 0;
  }
}
