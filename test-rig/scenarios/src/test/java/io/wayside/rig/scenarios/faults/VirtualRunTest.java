// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.device.WeightReading;
import io.wayside.rig.scenarios.faults.Recorded.Weighing;
import io.wayside.rig.simulators.fault.FaultPlan;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The indicator line under every fault, and the judge's eyes for those who do it wrong. */
class VirtualRunTest {

  private static final int SEEDS = 20;
  private static final int FRAMES = 1_000;
  private static final FaultPlan ROUGH = FaultPlan.rough();

  private static Outcome all(Function<Integer, Outcome> run) {
    return IntStream.rangeClosed(1, SEEDS).boxed().map(run).reduce(Outcome.NONE, Outcome::and);
  }

  @Test
  @Timeout(20)
  void noWeightIsWrongAndNothingIsMissingInSilenceUnderEveryFault() {
    Outcome outcome = all(seed -> VirtualRun.run(ROUGH, seed, FRAMES));
    Table table = new Table(outcome, ROUGH);
    assertThat(outcome.frames()).isEqualTo(SEEDS * FRAMES);
    assertThat(outcome.verdict().wrong()).isEmpty();
    assertThat(outcome.verdict().uncovered()).isEmpty();
    assertThat(outcome.verdict().masses()).isGreaterThan(50);
    assertThat(outcome.recoveredMs()).hasSizeGreaterThan(20).allMatch(ms -> ms <= 2_000);
    assertThat(table.holds()).as(table.toString()).isTrue();
  }

  @Test
  void onATiredCableMostVehiclesAreWeighedWhole() {
    Outcome outcome = VirtualRun.run(FaultPlan.gentle(), 1, 20_000);
    assertThat(new Table(outcome, FaultPlan.gentle()).holds()).isTrue();
    assertThat(outcome.verdict().whole()).isGreaterThan(outcome.verdict().vehicles() / 2);
    assertThat(outcome.verdict().flagged()).isLessThan(outcome.verdict().weighings());
  }

  @Test
  void theSameSeedRepeatsTheRun() {
    assertThat(VirtualRun.run(ROUGH, 7, FRAMES)).isEqualTo(VirtualRun.run(ROUGH, 7, FRAMES));
  }

  @Test
  void theJudgeSeesADriverThatRepairsWhatItDidNotHear() {
    Outcome outcome =
        all(seed -> VirtualRun.run(ROUGH, seed, FRAMES, Repairing::new, records -> records));
    assertThat(outcome.verdict().wrong()).isNotEmpty().anyMatch(what -> what.startsWith("axle"));
  }

  @Test
  void theJudgeSeesAStationThatIgnoresFlags() {
    Outcome outcome =
        all(
            seed ->
                VirtualRun.run(ROUGH, seed, FRAMES, next -> next, VirtualRunTest::withoutFlags));
    assertThat(outcome.verdict().wrong()).isNotEmpty().allMatch(what -> what.startsWith("gross"));
  }

  @Test
  void theJudgeSeesRecordsLostInSilence() {
    Outcome outcome =
        all(seed -> VirtualRun.run(ROUGH, seed, FRAMES, next -> next, records -> List.of()));
    assertThat(outcome.verdict().uncovered()).hasSize(outcome.verdict().vehicles());
  }

  @Test
  void aFaultThatNeverStruckFailsTheRun() {
    FaultPlan never = FaultPlan.gentle();
    Outcome outcome = VirtualRun.run(never, 1, FRAMES);
    assertThat(new Table(outcome, never).holds()).isTrue();
    assertThat(new Table(outcome, ROUGH).holds()).isFalse();
    assertThat(new Table(outcome, ROUGH).toString()).contains("never struck").contains("STALL");
  }

  @Test
  void aRecoveryThatTakesTooLongFailsTheRun() {
    Outcome outcome = VirtualRun.run(FaultPlan.gentle(), 1, FRAMES);
    Outcome slow = outcome.and(new Outcome(0, outcome.struck(), Verdict.NONE, List.of(2_001.0), 0));
    assertThat(new Table(slow, FaultPlan.gentle()).holds()).isFalse();
  }

  private static List<Recorded> withoutFlags(List<Recorded> records) {
    return records.stream()
        .map(
            record ->
                record instanceof Weighing w
                    ? new Weighing(w.fromNanos(), w.toNanos(), w.axles(), w.grossKg(), Set.of())
                    : record)
        .toList();
  }

  /** Fills every silence with the last number and keeps what happened on the line to itself. */
  private static final class Repairing implements Listener<WeightReading> {

    private static final long STEP_NANOS = Duration.ofMillis(50).toNanos();

    private final Listener<WeightReading> next;
    private @Nullable WeightReading last;

    Repairing(Listener<WeightReading> next) {
      this.next = next;
    }

    @Override
    public void received(WeightReading reading) {
      WeightReading held = last;
      if (held != null) {
        long until = reading.monotonicNanos() - STEP_NANOS;
        for (long t = held.monotonicNanos() + STEP_NANOS; t < until; t += STEP_NANOS) {
          next.received(at(held, t));
        }
      }
      last = reading;
      next.received(reading);
    }

    private static WeightReading at(WeightReading r, long nanos) {
      return new WeightReading(
          nanos, r.mass(), r.resolution(), r.motion(), r.basis(), r.flags(), r.rawFrame());
    }

    @Override
    public void interrupted(Interruption interruption) {
      assertThat(interruption.detail()).isNotEmpty();
    }
  }
}
