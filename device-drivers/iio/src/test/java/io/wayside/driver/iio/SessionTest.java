// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.DeviceException.Garbled;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.device.DeviceException.Refused;
import io.wayside.core.device.DeviceException.TimedOut;
import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.device.SampleBlock;
import io.wayside.core.health.Health.Status;
import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.driver.iio.context.Batch;
import io.wayside.driver.iio.context.Batch.Clock;
import io.wayside.rig.contracts.Heard;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The life of a converter without threads, files and wires. */
class SessionTest {

  private static final long START = 1_000_000;

  private final Heard<SampleBlock> heard = new Heard<>();
  private final Session session =
      new Session("adc-1", 1_000, Flags.of(Flag.SIMULATED), heard, START);

  /** Ten samples that count from a number, at a thousand in a second. */
  private static Batch batch(int number, long firstNanos) {
    double[][] values = new double[1][10];
    for (int i = 0; i < 10; i++) {
      values[0][i] = number + i;
    }
    long[] times = LongStream.range(0, 10).map(i -> firstNanos + i * 1_000_000).toArray();
    return new Batch(values, times, Clock.OURS, firstNanos + 9_500_000);
  }

  @Test
  void startsUntilSamplesComeAndIsInOrderThen() {
    assertThat(session.health().status()).isEqualTo(Status.STARTING);
    session.opened(START);
    assertThat(session.health().status()).isEqualTo(Status.STARTING);
    assertThat(session.received(batch(0, START))).isTrue();

    assertThat(session.health().status()).isEqualTo(Status.OK);
    assertThat(heard.events().get(0).flags()).isEqualTo(Flags.of(Flag.SIMULATED));
  }

  @Test
  void aBatchWithoutSamplesIsNothing() {
    session.opened(START);
    assertThat(session.received(new Batch(new double[1][0], new long[0], Clock.NONE, START)))
        .isFalse();
    assertThat(heard.trace()).isEmpty();
  }

  @Test
  void aGapCutsABatchIntoBlocksOfTheirOwnSamples() {
    session.opened(START);
    session.received(batch(0, START));
    Batch gap = batch(10, START + 10_000_000);
    for (int i = 4; i < 10; i++) {
      gap.times()[i] += 3_000_000;
    }
    session.received(gap);

    assertThat(heard.events()).hasSize(3);
    assertThat(heard.events().get(1).samples()[0]).containsExactly(10, 11, 12, 13);
    assertThat(heard.events().get(2).samples()[0]).containsExactly(14, 15, 16, 17, 18, 19);
    assertThat(heard.events().get(2).sequence()).isEqualTo(17);
  }

  @Test
  void anOutageIsToldOnceByItsFirstCauseAndHealthSaysTheOneOfNow() {
    session.opened(START);
    session.received(batch(0, START));
    session.down(new LinkDown("adc-1: unplugged"), START + 50_000_000);
    session.down(new Refused("adc-1: in use"), START + 60_000_000);

    assertThat(heard.interruptions()).hasSize(1);
    assertThat(heard.interruptions().get(0).cause()).isEqualTo(Cause.LINK_DOWN);
    assertThat(heard.interruptions().get(0).sinceMonotonicNanos()).isEqualTo(START + 9_000_000);
    assertThat(session.health().message()).contains("unplugged");

    session.opened(START + 70_000_000);
    session.received(batch(0, START + 70_000_000));
    session.down(new TimedOut("nothing came"), START + 90_000_000);
    assertThat(heard.trace()).isEqualTo("eiei");
    assertThat(heard.interruptions().get(1).cause()).isEqualTo(Cause.SILENT);
    assertThat(heard.interruptions().get(1).detail()).isEqualTo("adc-1: nothing came");
  }

  @Test
  void healthKeepsTheTimeSinceWhenItIsSo() {
    session.opened(START);
    session.down(new Garbled("adc-1: noise"), START + 1);
    session.down(new Garbled("adc-1: more noise"), START + 2);

    assertThat(session.health().code()).isEqualTo("garbled");
    assertThat(session.health().sinceMonotonicNanos()).isEqualTo(START + 1);
  }

  @Test
  void anotherRateThanTheNominalOneIsTold() {
    Session slow = new Session("adc-1", 1_200, Flags.NONE, heard, START);
    slow.opened(START);
    slow.received(batch(0, START));

    assertThat(slow.health().status()).isEqualTo(Status.DEGRADED);
    assertThat(slow.health().code()).isEqualTo("rate-differs");
    assertThat(slow.health().message()).contains("1000 Hz", "1200 Hz");
  }

  @Test
  void stoppingIsAnInterruption() {
    session.stopped(START);
    assertThat(heard.interruptions().get(0).cause()).isEqualTo(Cause.STOPPED);
    assertThat(session.health().code()).isEqualTo("stopped");
  }
}
