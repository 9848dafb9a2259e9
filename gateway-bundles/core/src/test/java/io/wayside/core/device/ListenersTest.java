// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.health.Health;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListenersTest {

  private static final Health OWN = Health.ok(7);

  private final List<String> logged = new ArrayList<>();
  private final Listeners<String> listeners =
      new Listeners<>("contact gate-1", (said, fault) -> logged.add(said));

  @Test
  void aListenerThatThrowsDisturbsNobodyAndIsToldOnce() {
    Ear good = new Ear();
    Source.Subscription bad = listeners.subscribe(new Bad());
    listeners.subscribe(good);

    listeners.received("one");
    listeners.received("two");
    listeners.interrupted(new Interruption(1, Interruption.Cause.LINK_DOWN, "cut"));

    assertThat(good.heard).containsExactly("one", "two", "cut");
    assertThat(logged)
        .containsExactly("contact gate-1: listener the bad one failed; it is still called");
    assertThat(listeners.healthOver(OWN))
        .isEqualTo(
            new Health(
                Health.Status.DEGRADED,
                "listener-failed",
                "a listener of contact gate-1 failed: java.lang.IllegalStateException: no;"
                    + " see the log",
                7));

    bad.close();
    assertThat(listeners.failure()).as("it listens no more").isEmpty();
    assertThat(listeners.healthOver(OWN)).isEqualTo(OWN);
  }

  @Test
  void aDeviceThatIsItselfInTroubleSaysThat() {
    listeners.subscribe(new Bad());
    listeners.received("one");
    Health own = new Health(Health.Status.FAILED, "link-down", "no way to it", 9);

    assertThat(listeners.healthOver(own)).isEqualTo(own);
  }

  @Test
  void whoHasClosedHearsNothingMoreEvenFromWithinACall() {
    Ear ear = new Ear();
    ear.subscription = listeners.subscribe(ear);
    ear.closesAtOnce = true;

    listeners.received("one");
    listeners.received("two");

    assertThat(ear.heard).containsExactly("one");
  }

  private static class Ear implements Listener<String> {
    final List<String> heard = new ArrayList<>();
    Source.Subscription subscription = () -> {};
    boolean closesAtOnce;

    @Override
    public void received(String event) {
      heard.add(event);
      if (closesAtOnce) {
        subscription.close();
      }
    }

    @Override
    public void interrupted(Interruption interruption) {
      heard.add(interruption.detail());
    }
  }

  private static final class Bad extends Ear {
    @Override
    public void received(String event) {
      throw new IllegalStateException("no");
    }

    @Override
    public String toString() {
      return "the bad one";
    }
  }
}
