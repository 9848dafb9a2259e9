// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway;

import io.wayside.core.device.SampleBlock;
import io.wayside.waterway.aid.Duty;
import io.wayside.waterway.light.Rhythm;
import io.wayside.waterway.rhythm.Expected;
import io.wayside.waterway.rhythm.LightWatch;
import io.wayside.waterway.rhythm.Seen;
import java.util.Optional;
import java.util.function.LongConsumer;

/** The light input of an aid, held against what it should show now. Not for several threads. */
final class LightEye {

  private final Expected published;
  private final LightWatch watch;
  private Optional<Rhythm> other = Optional.empty();
  private boolean heard;
  private Seen seen = Seen.NOT_KNOWN;
  private long sinceNanos;

  /**
   * @param cameOn is told when the light came on
   */
  LightEye(Expected published, LongConsumer cameOn, long nanos) {
    this.published = published;
    this.watch = new LightWatch(published, cameOn);
    this.sinceNanos = nanos;
  }

  /** An order or a rule may want another rhythm than the published one. */
  void duty(Duty duty, long nanos) {
    Optional<Rhythm> wanted = duty.holds(nanos) ? duty.rhythm() : Optional.empty();
    if (!wanted.equals(other)) {
      other = wanted;
      watch.expect(wanted.map(Expected::list).orElse(published));
      heard = false;
    }
  }

  /** Whether what is seen is the published rhythm. */
  boolean showsPublished() {
    return other.isEmpty() && (seen == Seen.AS_EXPECTED || seen == Seen.REDUCED);
  }

  void edge(long nanos, boolean lit) {
    heard = true;
    watch.edge(nanos, lit);
  }

  /** The contact says how it is though nothing changes: the first thing after silence. */
  void state(long nanos, boolean lit) {
    if (!heard) {
      edge(nanos, lit);
    }
  }

  void block(SampleBlock block, int channel) {
    heard = true;
    double[] samples = block.samples()[channel];
    for (int i = 0; i < samples.length; i++) {
      long nanos = block.firstMonotonicNanos() + Math.round(i * block.intervalNanos());
      watch.level(nanos, samples[i]);
    }
  }

  void silent(long nanos) {
    heard = false;
    watch.silent(nanos);
  }

  boolean heard() {
    return heard;
  }

  /** What it shows now. */
  Seen look(long nanos) {
    Seen now = watch.seen(nanos);
    if (now != seen) {
      seen = now;
      sinceNanos = nanos;
    }
    return seen;
  }

  long sinceNanos() {
    return sinceNanos;
  }
}
