// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parkinglot;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.record.Provenance;
import io.wayside.tolling.control.KeptJournal;
import io.wayside.tolling.control.SteppedTime;
import io.wayside.tolling.parking.EntryDesk.PassBack;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** The thread that opens a car park and keeps an eye on it. */
class LiveCarParkTest {

  private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(2);

  @Test
  void anErrorDoesNotEndTheLooking() throws Exception {
    AtomicInteger reads = new AtomicInteger();
    OddJournal journal =
        new OddJournal(
            new KeptJournal(),
            draft -> false,
            () -> {
              if (reads.incrementAndGet() == 1) {
                throw new NoClassDefFoundError("of the test");
              }
            });
    LiveCarPark live =
        new LiveCarPark(
            new Opening.Parts(
                new ParkSettings("p1", "main", "car", 0, 10, PassBack.HOLD, Duration.ofDays(30)),
                LotBench.tariff(),
                key -> false,
                journal,
                () -> new Provenance("0.1.0", "0123456789abcdef", "none"),
                new SteppedTime()));
    try {
      long until = System.nanoTime() + PATIENCE_NANOS;
      while (live.carPark().isEmpty() && System.nanoTime() - until < 0) {
        LockSupport.parkNanos(1_000_000);
      }
      assertThat(live.carPark()).isPresent();
      assertThat(reads).hasValue(2);
    } finally {
      live.stop();
    }
  }
}
