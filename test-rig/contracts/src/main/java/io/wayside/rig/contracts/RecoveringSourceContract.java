// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.Device;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Source;
import io.wayside.core.health.Health;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What every source promises when its device fails, comes back, or a listener leaves meanwhile. */
public abstract class RecoveringSourceContract<D extends Device & Source<E>, E>
    extends SourceContract<D, E> {

  private static final int ROUNDS = 30;

  @Test
  void tellsAnInterruptionOncePerOutageAndGoesOnAfterwards() {
    Heard<E> heard = subscribed();
    say(heard);
    for (int outage = 1; outage <= 3; outage++) {
      breakLinkAndWait(heard, outage);
      harness().restoreLink();
      awaitBack(heard);
      say(heard);
    }

    assertThat(heard.trace()).matches("e+(ie+){3}");
  }

  @Test
  void anInterruptionSaysSinceWhenAndWhyInWordsThatNameTheDevice() {
    Heard<E> heard = subscribed();
    say(heard);
    long lastHeard = timeOf(heard.last());
    breakLinkAndWait(heard, 1);
    Interruption interruption = heard.interruptions().get(0);

    assertThat(interruption.sinceMonotonicNanos()).isBetween(lastHeard, harness().monotonicNanos());
    assertThat(interruption.cause()).isIn(Interruption.Cause.LINK_DOWN, Interruption.Cause.SILENT);
    assertThat(interruption.detail()).contains(device().deviceId());
  }

  @Test
  void tellsEveryListenerOfAnInterruption() {
    Heard<E> one = subscribed();
    Heard<E> other = subscribed();
    harness().breakLink();

    eventually().until("one is told", () -> !one.interruptions().isEmpty());
    eventually().until("the other is told", () -> !other.interruptions().isEmpty());
  }

  @Test
  void healthIsInOrderAgainAfterAnOutage() {
    Heard<E> heard = subscribed();
    breakLinkAndWait(heard, 1);
    eventually().until("health is not ok", () -> health().status() != Health.Status.OK);
    harness().restoreLink();
    awaitBack(heard);

    eventually().until("health is ok", () -> health().status() == Health.Status.OK);
  }

  @Test
  void survivesItsDevicesFailureAsAService() {
    String id = device().deviceId();
    breakLinkAndWait(subscribed(), 1);
    Heard<E> duringOutage = subscribed();

    assertThat(device().deviceId()).isEqualTo(id);
    harness().restoreLink();
    awaitBack(duringOutage);
  }

  @Test
  void aClosedListenerIsNotToldOfAnInterruption() {
    Heard<E> staying = subscribed();
    Heard<E> leaving = new Heard<>();
    device().subscribe(leaving).close();
    breakLinkAndWait(staying, 1);
    harness().restoreLink();
    awaitBack(staying);
    sayUntilAllHasCome(staying);

    assertThat(leaving.trace()).isEmpty();
  }

  @Test
  void noCallBeginsAfterCloseHasReturned() throws InterruptedException {
    AtomicBoolean enough = new AtomicBoolean();
    Heard<E> pace = subscribed();
    Thread speaker =
        new Thread(
            () -> {
              while (!enough.get()) {
                say(pace);
              }
            },
            "peer");
    speaker.setDaemon(true);
    speaker.start();
    try {
      for (int i = 0; i < ROUNDS; i++) {
        Leaving<E> leaving = new Leaving<>();
        Source.Subscription subscription = device().subscribe(leaving);
        eventually().until("something is heard", leaving::heardSomething);
        subscription.close();
        leaving.left();

        assertThat(leaving.calledTooLate()).isFalse();
        int before = pace.events().size();
        eventually().until("the peer speaks on", () -> pace.events().size() > before + 1);
        assertThat(leaving.calledTooLate()).isFalse();
      }
    } finally {
      enough.set(true);
      speaker.join(harness().deadline().toMillis());
    }
  }

  private void breakLinkAndWait(Heard<E> heard, int outage) {
    harness().breakLink();
    eventually().until("interruption " + outage, () -> heard.interruptions().size() >= outage);
  }
}
