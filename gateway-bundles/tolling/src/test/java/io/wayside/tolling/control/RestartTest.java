// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.record.JournalRecord;
import io.wayside.tolling.passage.Fields;
import io.wayside.tolling.passage.Judge;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process is killed at every moment of a passage and begins anew. */
class RestartTest {

  private static final long STEP_MS = 40;

  @TempDir Path folder;

  /** Loops and tags of one vehicle, and nothing of the gateway's. */
  private static void play(LaneBench bench, long ms) {
    if (ms < 200 && ms % 50 == 0) {
      bench.reader.hears(KnownTags.ANNA, LaneBench.APPROACH, -58);
    } else if (ms >= 200 && ms < 1_400 && ms % 50 == 0) {
      bench.reader.hears(KnownTags.ANNA, LaneBench.LANE, -54);
    }
    set(bench.arming, ms >= 200 && ms < 1_400);
    set(bench.safety, ms >= 2_000 && ms < 2_700);
  }

  private static void set(BenchContact contact, boolean occupied) {
    if (contact.active().orElseThrow() != occupied) {
      contact.is(occupied);
    }
  }

  @Test
  void noChargeIsLostOrDoubledAndNothingIsLoweredOnTheVehicle() throws Exception {
    int recovered = 0;
    int unproven = 0;
    for (long killedMs = 0; killedMs < 4_000; killedMs += STEP_MS) {
      for (boolean durable : List.of(true, false)) {
        LaneBench bench = new LaneBench(folder);
        bench.start().pass(2_000);
        run(bench, killedMs, durable);
        List<JournalRecord> all = bench.journal.all("toll.lane-1");
        String when = "killed at " + killedMs + (durable ? "" : ", last records not durable");
        List<Fields> passages =
            bench.records("toll-passage").stream().map(r -> new Fields(r.body())).toList();
        long charges =
            passages.stream().filter(p -> p.text("payment").orElse("").equals("account")).count();
        long grants = bench.records("toll-grant").size();
        long ends = all.stream().filter(r -> !r.kind().name().equals("toll-grant")).count();
        assertThat(charges).as(when + ": never twice").isLessThanOrEqualTo(1);
        assertThat(ends).as(when + ": never without a trace").isGreaterThanOrEqualTo(1);
        assertThat(ends).as(when + ": one end for each vehicle").isLessThanOrEqualTo(2);
        long open =
            grants
                - all.stream().filter(r -> new Fields(r.body()).whole("grant").isPresent()).count();
        assertThat(open).as(when + ": every grant has its end").isZero();
        for (JournalRecord record : all) {
          assertThat(Judge.faults(record.kind().toString(), record.body())).as(when).isEmpty();
        }
        recovered += all.toString().contains("recovered") ? 1 : 0;
        unproven += bench.records("toll-unproven").size();
        bench.kill();
      }
    }
    assertThat(recovered).as("runs in which a grant was taken up").isGreaterThan(5);
    assertThat(unproven).as("runs in which nobody knows").isGreaterThan(2);
  }

  private static void run(LaneBench bench, long killedMs, boolean durable) throws Exception {
    bench.raise.whenDrivenOn(() -> {});
    long start = bench.time.monotonicNanos();
    boolean slow = false;
    for (long ms = 0; ms < 4_200; ms += 10) {
      play(bench, ms);
      bench.pass(10);
      if (!durable && !slow && killedMs - ms <= 30) {
        bench.journal.slow();
        slow = true;
      }
      if (ms == killedMs) {
        bench.kill();
        bench.journal.swift();
        // Four tenths of a second until it is up again; the road does not wait.
        for (long left = 400; left > 0; left -= 10, ms += 10) {
          play(bench, ms);
          bench.time.to(start + ms * LaneBench.MS);
        }
        bench.start();
      }
      if (bench.safety.active().orElseThrow()) {
        boolean last =
            bench.raise.wishes.isEmpty() || bench.raise.wishes.get(bench.raise.wishes.size() - 1);
        assertThat(last || bench.works().view().tally().barrierLowers() == 0)
            .as("killed at " + killedMs + ", at " + ms + " on the safety loop: asked to lower")
            .isTrue();
      }
    }
    bench.pass(20_000);
  }
}
