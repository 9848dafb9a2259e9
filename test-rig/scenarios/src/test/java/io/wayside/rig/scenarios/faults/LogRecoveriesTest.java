// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.simulators.clock.SteppedRigClock;
import io.wayside.rig.simulators.transport.BytePipe;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LogRecoveriesTest {

  private final SteppedRigClock clock = new SteppedRigClock();
  private final NotedPipe pipe = new NotedPipe(new Nowhere(), clock::instant);
  private final StringBuilder log = new StringBuilder();

  @Test
  void aRecoveryLastsFromThePlugToTheLineThatSaysHeard() throws Exception {
    pipe.unplug();
    says("FAILED line hung up");
    sendFor(2_000);
    pipe.replug();
    sendFor(850);
    says("OK in order");
    LogRecoveries read = LogRecoveries.read(log.toString(), pipe);
    assertThat(read.tookMs()).containsExactly(850.0);
    assertThat(read.failedAgain()).isZero();
  }

  @Test
  void oneDuringWhichThePlugWasOutAgainMeasuresNothing() throws Exception {
    pipe.unplug();
    pipe.replug();
    sendFor(200);
    pipe.unplug();
    pipe.replug();
    sendFor(700);
    says("DEGRADED some frames are damaged");
    LogRecoveries read = LogRecoveries.read(log.toString(), pipe);
    assertThat(read.tookMs()).containsExactly(700.0);
    assertThat(read.failedAgain()).isOne();
  }

  @Test
  void oneDuringWhichTheDeviceWasSilentMeasuresNothing() throws Exception {
    pipe.unplug();
    pipe.replug();
    sendFor(200);
    clock.advance(Duration.ofMillis(1_200));
    sendFor(300);
    says("OK in order");
    LogRecoveries read = LogRecoveries.read(log.toString(), pipe);
    assertThat(read.tookMs()).isEmpty();
    assertThat(read.failedAgain()).isOne();
  }

  @Test
  void aLineThatIsNeverHeardAgainTookForEver() throws Exception {
    says("OK in order");
    clock.advance(Duration.ofMillis(10));
    pipe.unplug();
    pipe.replug();
    sendFor(5_000);
    assertThat(LogRecoveries.read(log.toString(), pipe).tookMs())
        .containsExactly(Double.POSITIVE_INFINITY);
  }

  private void sendFor(long ms) {
    for (long passed = 0; passed < ms; passed += 50) {
      clock.advance(Duration.ofMillis(50));
      pipe.write(new byte[12]);
    }
  }

  private void says(String what) {
    log.append(clock.instant())
        .append(" INFO  LineReader                   indicator-scale-1: ")
        .append(what)
        .append('\n');
  }

  private static final class Nowhere implements BytePipe {

    @Override
    public void open() {
      throw new IllegalStateException("not asked for here");
    }

    @Override
    public String address() {
      return "nowhere";
    }

    @Override
    public boolean attached() {
      return false;
    }

    @Override
    public int write(byte[] frame) {
      return 0;
    }

    @Override
    public byte[] read() {
      return new byte[0];
    }

    @Override
    public void unplug() {
      assertThat(attached()).isFalse();
    }

    @Override
    public void replug() {
      assertThat(attached()).isFalse();
    }

    @Override
    public void close() {
      assertThat(attached()).isFalse();
    }
  }
}
