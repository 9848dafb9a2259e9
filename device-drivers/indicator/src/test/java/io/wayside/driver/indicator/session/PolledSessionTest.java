// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.Interruption;
import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.device.Listener;
import io.wayside.core.device.WeightReading;
import io.wayside.core.health.Health.Status;
import io.wayside.core.quality.Flag;
import io.wayside.core.unit.Mass;
import io.wayside.driver.indicator.Captured;
import io.wayside.driver.indicator.codec.Indication;
import io.wayside.driver.indicator.codec.MassUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Times are plain numbers; two thousand without an answer are borne. */
class PolledSessionTest {

  private final Captured heard = new Captured();
  private final PolledSession session =
      new PolledSession(
          "register scale scale-2 on modbus-1",
          new Scale("scale-2", 20, 40_000, true, MassUnit.TONNE),
          2_000,
          heard,
          0);

  @Test
  void anAnswerBecomesAReadingInKilogramsFlaggedAsSimulated() {
    answer(1_234, 2, 100);
    assertThat(heard.last().mass()).isEqualTo(new Mass(12_340));
    assertThat(heard.last().monotonicNanos()).isEqualTo(100);
    assertThat(heard.last().rawFrame()).isEqualTo("04d2");
    assertThat(heard.last().flags().has(Flag.SIMULATED)).isTrue();
    assertThat(session.health().status()).isEqualTo(Status.OK);
  }

  @Test
  void anAnswerMissedNowAndThenIsNoInterruption() {
    answer(10, 0, 100);
    session.failed(Cause.SILENT, "no answer", 600);
    session.failed(Cause.GARBLED, "wrong check", 1_100);
    answer(10, 0, 1_600);
    session.failed(Cause.SILENT, "no answer", 3_500);
    assertThat(heard.interruptions()).isEmpty();
    assertThat(session.health().status()).isEqualTo(Status.OK);
  }

  @Test
  void whenItLastsItIsToldOnceAndHealthShowsTheCauseOfNow() {
    answer(10, 0, 100);
    session.failed(Cause.SILENT, "no answer; check its address", 2_100);
    session.failed(Cause.GARBLED, "refused", 2_600);
    assertThat(heard.interruptions())
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.cause()).isEqualTo(Cause.SILENT);
              assertThat(told.sinceMonotonicNanos()).isEqualTo(100);
              assertThat(told.detail())
                  .isEqualTo("register scale scale-2 on modbus-1: no answer; check its address");
            });
    assertThat(session.health().code()).isEqualTo("garbled");
    answer(10, 0, 3_000);
    assertThat(session.health().status()).isEqualTo(Status.OK);
  }

  @Test
  void aLineThatIsDownIsToldAtOnce() {
    answer(10, 0, 100);
    session.failed(Cause.LINK_DOWN, "no such adapter", 200);
    assertThat(heard.interruptions())
        .extracting(Interruption::cause)
        .containsExactly(Cause.LINK_DOWN);
    assertThat(session.health().status()).isEqualTo(Status.FAILED);
  }

  @Test
  void whoIsToldOfAnInterruptionFindsItInTheHealth() {
    List<String> found = new ArrayList<>();
    AtomicReference<PolledSession> asked = new AtomicReference<>();
    asked.set(
        new PolledSession(
            "register scale scale-2 on modbus-1",
            new Scale("scale-2", 20, 40_000, true, MassUnit.TONNE),
            2_000,
            new Listener<WeightReading>() {
              @Override
              public void received(WeightReading reading) {
                throw new AssertionError("nothing was read: " + reading);
              }

              @Override
              public void interrupted(Interruption interruption) {
                found.add(asked.get().health().code());
              }
            },
            0));
    asked.get().failed(Cause.LINK_DOWN, "no such adapter", 200);
    assertThat(found).containsExactly("link-down");
  }

  @Test
  void aDeviceNeverHeardIsStartingAndThenSilent() {
    session.failed(Cause.SILENT, "no answer", 500);
    assertThat(session.health().status()).isEqualTo(Status.STARTING);
    session.failed(Cause.SILENT, "no answer", 2_000);
    assertThat(session.health().code()).isEqualTo("silent");
  }

  @Test
  void aWrongOrderOfWordsShowsAsImplausibleWeights() {
    for (int i = 1; i <= 20; i++) {
      answer(37L * i, 3, 100L * i);
    }
    assertThat(session.health().code()).isEqualTo("implausible");
    assertThat(session.health().message()).contains("order of words").contains("scale-2");
  }

  @Test
  void stoppingIsTold() {
    answer(10, 0, 100);
    session.stopped(200);
    assertThat(heard.interruptions())
        .extracting(Interruption::cause)
        .containsExactly(Cause.STOPPED);
  }

  private void answer(long digits, int decimals, long now) {
    session.answered(Indication.shown(digits, decimals), "04d2", now);
  }
}
