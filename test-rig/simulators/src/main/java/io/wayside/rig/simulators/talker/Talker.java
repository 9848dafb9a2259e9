// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.talker;

import io.wayside.rig.simulators.clock.RigClock;
import io.wayside.rig.simulators.transport.BytePipe;
import java.time.Duration;
import java.util.List;

/** Instruments on one wire, one round after the other. */
public final class Talker implements AutoCloseable {

  private static final double SECOND_NANOS = 1e9;

  private final List<Instrument> instruments;
  private final BytePipe wire;
  private final RigClock.Task rounds;

  private Talker(List<Instrument> instruments, BytePipe wire, RigClock clock, Duration period) {
    this.instruments = List.copyOf(instruments);
    this.wire = wire;
    this.rounds = clock.every(period, dueNanos -> round(dueNanos / SECOND_NANOS));
  }

  /** Begins to talk; the wire is open and stays the caller's. One sentence is one write. */
  public static Talker on(
      BytePipe wire, RigClock clock, Duration period, List<Instrument> instruments) {
    return new Talker(instruments, wire, clock, period);
  }

  private void round(double seconds) {
    for (Instrument instrument : instruments) {
      instrument.says(seconds).forEach(body -> wire.write(SentenceWriter.plain(body)));
    }
  }

  @Override
  public void close() {
    rounds.cancel();
  }
}
