// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.device.DeviceException;
import io.wayside.rig.contracts.Eventually;
import io.wayside.rig.simulators.llrp.ReaderTraits;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The radio's switch in the hands of several threads, and while the reader is away. */
class WishesTest {

  private SimulatedReader site;

  @AfterEach
  void stop() {
    if (site != null) {
      site.close();
    }
  }

  private void hearing() throws IOException {
    site = SimulatedReader.hearing(ReaderTraits.PLAIN, Map.of());
  }

  @Test
  void whatWasAskedOfAReaderThatIsAwayIsSoWhenItIsBack() throws IOException {
    hearing();
    site.breakLink();
    site.until("the outage shows", () -> !site.reader().health().code().equals("ok"));
    assertThatThrownBy(() -> site.reader().radio(false))
        .isInstanceOf(DeviceException.LinkDown.class)
        .hasMessageContaining("reader-1");
    site.restoreLink();
    site.until("it is back", () -> site.reader().health().code().equals("ok"));
    assertThat(site.simulated().transmitting()).isFalse();
  }

  @Test
  void askingForWhatIsAlreadySoIsDoneAtOnce() throws Exception {
    hearing();
    site.reader().radio(true);
    site.reader().radio(true);
    assertThat(site.simulated().transmitting()).isTrue();
    site.reader().radio(false);
    site.reader().radio(false);
    assertThat(site.simulated().transmitting()).isFalse();
  }

  @Test
  void manyHandsAtOneSwitchAllGetTheirAnswer() throws IOException {
    hearing();
    CompletableFuture<?>[] hands = new CompletableFuture<?>[8];
    for (int i = 0; i < hands.length; i++) {
      boolean on = i % 2 == 0;
      hands[i] = CompletableFuture.runAsync(() -> turn(on));
    }
    CompletableFuture<Void> all = CompletableFuture.allOf(hands);
    new Eventually(Duration.ofSeconds(60), () -> {}).until("all are answered", all::isDone);
    assertThat(all).isCompleted();
  }

  private void turn(boolean on) {
    try {
      site.reader().radio(on);
    } catch (DeviceException refused) {
      throw new IllegalStateException(refused);
    }
  }

  @Test
  void whoWaitsWhenTheReaderGoesAwayIsToldSo() throws IOException {
    hearing();
    site.simulated().faults().silent(true);
    CompletableFuture<Throwable> outcome =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                site.reader().radio(false);
                return new AssertionError("nobody can have turned it");
              } catch (DeviceException told) {
                return told;
              }
            });
    site.until(
        "the wish is on its way",
        () -> site.simulated().heard().stream().anyMatch(frame -> frame.type() == 25));
    site.simulated().hangUp();
    site.until("the answer is there", outcome::isDone);
    assertThat(outcome.join()).isInstanceOf(DeviceException.LinkDown.class);
  }
}
