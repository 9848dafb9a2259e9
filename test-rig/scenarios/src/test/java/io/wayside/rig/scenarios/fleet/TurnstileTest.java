// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.rig.transports.RigTime;
import io.wayside.uplink.transport.ConnectFailed;
import io.wayside.uplink.transport.ConnectPlan;
import io.wayside.uplink.transport.Publication;
import io.wayside.uplink.transport.TlsFiles;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TurnstileTest {

  private final RigTime time = new RigTime();

  @Test
  void notesWhoTriesAndWhoGetsThrough() throws Exception {
    SilentBroker broker = new SilentBroker();
    Turnstile turnstile = new Turnstile(broker, time);
    long before = time.monotonicNanos();
    turnstile.connect(plan("a"), (trouble, reason) -> {});
    turnstile.connect(plan("a"), (trouble, reason) -> {});
    broker.refuse(true);
    assertThatThrownBy(() -> turnstile.connect(plan("b"), (trouble, reason) -> {}))
        .isInstanceOf(ConnectFailed.class);
    assertThat(turnstile.attempts().since(before)).hasSize(3);
    assertThat(turnstile.connects().since(before)).hasSize(2);
    assertThat(turnstile.connectedSince(before)).isEqualTo(1);
    assertThat(turnstile.connectedSince("a", before)).isTrue();
    assertThat(turnstile.connectedSince("b", before)).isFalse();
    assertThat(turnstile.connectedSince(time.monotonicNanos())).isZero();
  }

  @Test
  void whileItIsHeldNobodyGetsThroughAndAfterwardsAllDo() throws Exception {
    Turnstile turnstile = new Turnstile(new SilentBroker(), time);
    CompletableFuture<?>[] waiting = new CompletableFuture<?>[1];
    turnstile.whileHeld(
        () -> {
          waiting[0] = CompletableFuture.runAsync(() -> pass(turnstile));
          assertThat(turnstile.connects().since(0)).isEmpty();
        });
    waiting[0].get(60, TimeUnit.SECONDS);
    assertThat(turnstile.connects().since(0)).hasSize(1);
  }

  private static void pass(Turnstile turnstile) {
    try {
      turnstile.connect(plan("a"), (trouble, reason) -> {});
    } catch (ConnectFailed failed) {
      throw new AssertionError(failed);
    }
  }

  private static ConnectPlan plan(String client) {
    return new ConnectPlan(
        "tcp://127.0.0.1:1",
        client,
        Optional.empty(),
        Optional.empty(),
        Duration.ofSeconds(60),
        Duration.ofSeconds(3),
        200,
        new Publication("status", new byte[0], 1, true),
        TlsFiles.NONE);
  }
}
