// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.tolling.control.LaneBench.Fitted;
import io.wayside.tolling.lane.LaneAct.Request;
import io.wayside.tolling.lane.LaneState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The barrier is never lowered on what may be under it. */
class NeverOnAVehicleTest {

  @TempDir Path folder;

  private void staysUp(Fitted fitted, String why) throws Exception {
    LaneBench bench = new LaneBench(folder, fitted).start();
    bench.pass(120_000);
    assertThat(bench.raise.wishes).as(why).doesNotContain(false);
    assertThat(bench.raise.isOn()).as(why).isTrue();
    if (bench.lower != null) {
      assertThat(bench.lower.wishes).as(why).doesNotContain(true);
    }
    bench.close();
  }

  @Test
  void notWhenTheSafetyLoopIsOccupiedAtTheStart() throws Exception {
    staysUp(new Fitted(false, false, Optional.of(false), Optional.of(true)), "occupied, one line");
    staysUp(new Fitted(true, false, Optional.of(false), Optional.of(true)), "occupied, two lines");
  }

  @Test
  void notWhenTheSafetyLoopIsUnknownAtTheStart() throws Exception {
    staysUp(new Fitted(false, false, Optional.of(false), Optional.empty()), "unknown, one line");
    staysUp(new Fitted(true, false, Optional.empty(), Optional.empty()), "unknown, two lines");
  }

  @Test
  void notWhenTheCurtainIsUnknownAtTheStart() throws Exception {
    staysUp(new Fitted(true, true, Optional.of(false), Optional.of(false)), "curtain unknown");
  }

  @Test
  void onlyOnceTheLoopHasBeenFreeForAWhile() throws Exception {
    LaneBench bench =
        new LaneBench(folder, new Fitted(true, false, Optional.of(false), Optional.empty()))
            .start()
            .pass(5_000);
    bench.safety.becomes(true); // the driver has opened its line, and tells nobody of the first
    bench.pass(5_000);
    bench.safety.is(false);
    assertThat(bench.pass(250).lower.isOn()).isFalse();
    assertThat(bench.pass(5_000).lower.isOn()).isTrue();
  }

  @Test
  void notWhenTheLoopSaysSoItselfAndTheLaneHasNotHeardOfItYet() throws Exception {
    LaneBench bench =
        new LaneBench(folder, new Fitted(true, false, Optional.of(false), Optional.of(false)));
    bench.lower.whenDrivenOn(() -> assertThat(bench.safety.active()).isEqualTo(Optional.of(false)));
    bench.start().pass(250);
    bench.safety.becomes(true);
    bench.pass(200); // the lane asks to lower, and has not been told
    assertThat(bench.lower.wishes).doesNotContain(true);
    bench.safety.is(true);
    bench.pass(1_000);
    bench.safety.is(false);
    bench.pass(1_000);
    assertThat(bench.lower.isOn()).isTrue();
  }

  @Test
  void aFloodOfChangesIsAFaultInWhichNothingIsLowered() throws Exception {
    LaneBench bench = new LaneBench(folder).start().pass(2_000);
    bench.arrives(KnownTags.ANNA);
    bench.arming.is(false);
    bench.safety.is(true);
    bench.pass(300);
    int lowered = (int) bench.raise.wishes.stream().filter(on -> !on).count();
    for (int i = 0; i < Works.MOST_CHANGES; i++) { // nobody steps meanwhile
      bench.safety.is(false);
      bench.safety.is(true);
    }
    bench.works().step(null);
    assertThat(bench.works().view().state()).isEqualTo(LaneState.FAULT);
    assertThat(bench.works().view().floods()).isOne();
    bench.pass(20_000);
    assertThat(bench.raise.wishes.stream().filter(on -> !on).count()).isEqualTo(lowered);
    assertThat(bench.healthCode()).isEqualTo("changes-lost");
    bench.safety.is(false);
    bench.pass(2_000);
    assertThat(bench.raise.isOn()).as("read anew, and free").isFalse();
    assertThat(bench.records("toll-passage"))
        .singleElement()
        .satisfies(p -> assertThat(p.body().get("flags").toString()).contains("loop-lost"));
  }

  /** Whatever the lane asks and the loop does: lowered only while the loop says free. */
  @Test
  void theLineThatLowersIsHeldOnlyWhileTheLoopIsFree() {
    Random random = new Random(5);
    SteppedTime time = new SteppedTime();
    AtomicBoolean clear = new AtomicBoolean();
    BenchOutput raise = new BenchOutput("raise", time, false);
    BenchOutput lower = new BenchOutput("lower", time, false);
    lower.whenDrivenOn(() -> assertThat(clear).isTrue());
    ArmDrive arm =
        new ArmDrive(
            new HeldOutput(raise, Duration.ofSeconds(1)),
            Optional.of(new HeldOutput(lower, Duration.ofSeconds(1))),
            clear::get);
    int lowered = 0;
    for (int i = 0; i < 20_000; i++) {
      switch (random.nextInt(4)) {
        case 0 -> clear.set(random.nextBoolean());
        case 1 -> arm.request(random.nextBoolean() ? Request.RAISE : Request.LOWER);
        case 2 -> arm.renew();
        default -> time.to(time.monotonicNanos() + random.nextInt(400_000_000));
      }
      assertThat(raise.isOn() && lower.isOn()).as("both lines at once").isFalse();
      lowered += lower.isOn() ? 1 : 0;
    }
    assertThat(lowered).isGreaterThan(1_000);
    assertThat(arm.fallsWhenLost()).isFalse();
  }
}
