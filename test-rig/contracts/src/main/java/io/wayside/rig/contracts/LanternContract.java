// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.device.DeviceException.Refused;
import io.wayside.core.device.DeviceException.TimedOut;
import io.wayside.core.health.Health;
import io.wayside.core.water.Lantern;
import io.wayside.core.water.Lantern.Answer;
import io.wayside.core.water.Lantern.Fallback;
import io.wayside.core.water.LanternOrder;
import io.wayside.rig.contracts.LanternHarness.Manner;
import io.wayside.rig.contracts.LanternHarness.Shows;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a {@link Lantern} promises: whatever happens, in the end it shines by itself. */
public abstract class LanternContract extends DeviceContract<Lantern, LanternHarness> {

  protected static final Duration SHORT = Duration.ofMillis(600);
  protected static final Duration LONG = Duration.ofSeconds(60);

  protected static final LanternOrder AUTOMATIC = new LanternOrder.Automatic();
  protected static final LanternOrder DARK = new LanternOrder.Dark();
  protected static final LanternOrder SHINE = new LanternOrder.Shine();

  /**
   * Waited for also where it should be so already: a machine that did not get to it for seconds
   * must not fail a lantern that is told once more.
   */
  protected final void eventually(Shows shows, String when) {
    eventually().until(shows + " " + when, () -> harness().peerShows() == shows);
  }

  private void makeDark(Duration lease) throws DeviceException {
    device().order(DARK, lease);
    eventually(Shows.DARK, "when ordered");
  }

  @Test
  void beginsByItself() {
    eventually(Shows.BY_ITSELF, "at the start");
  }

  @Test
  void knowsAutomaticAndDarkOnceAndForAll() throws DeviceException {
    assertThat(device().knows()).contains(LanternOrder.Automatic.class, LanternOrder.Dark.class);
    var before = device().knows();
    Fallback fallback = device().fallback();
    makeDark(LONG);

    assertThat(device().knows()).isEqualTo(before);
    assertThat(device().fallback()).isEqualTo(fallback);
  }

  @Test
  void doesWhatItKnowsAndRefusesTheRest() throws DeviceException {
    makeDark(LONG);
    if (device().knows().contains(LanternOrder.Shine.class)) {
      device().order(SHINE, LONG);
      eventually(Shows.LIGHT, "when ordered");
      return;
    }

    assertThatThrownBy(() -> device().order(SHINE, LONG)).isInstanceOf(Refused.class);
    assertThat(harness().peerShows()).isEqualTo(Shows.DARK);
  }

  @Test
  void holdsAnOrderWhileTheLeaseLasts() throws DeviceException {
    makeDark(LONG);
    harness().passTime(SHORT.multipliedBy(4)); // longer than a lantern here waits for a word

    eventually(Shows.DARK, "still");
  }

  @Test
  void shinesByItselfWhenTheLeaseEnds() throws DeviceException {
    device().order(DARK, SHORT);
    harness().passTime(SHORT);

    eventually(Shows.BY_ITSELF, "after the lease");
  }

  @Test
  void aNewOrderReplacesALongerLease() throws DeviceException {
    makeDark(LONG);
    device().order(DARK, SHORT);
    harness().passTime(SHORT);

    eventually(Shows.BY_ITSELF, "after the shorter lease");
  }

  @Test
  void aNewOrderReplacesAShorterLease() throws DeviceException {
    device().order(DARK, SHORT);
    makeDark(LONG);
    harness().passTime(SHORT.multipliedBy(2));

    eventually(Shows.DARK, "still");
  }

  @Test
  void canBeOrderedToShineByItself() throws DeviceException {
    makeDark(LONG);
    device().order(AUTOMATIC, LONG);

    eventually(Shows.BY_ITSELF, "when ordered");
  }

  @Test
  void releaseEndsTheLeaseNow() throws DeviceException {
    makeDark(LONG);
    device().release();

    eventually(Shows.BY_ITSELF, "after release");
  }

  @Test
  void releaseWithoutALeaseDoesNoHarm() throws DeviceException {
    device().release();
    device().release();

    eventually(Shows.BY_ITSELF, "still");
  }

  @Test
  void anOrderThatIsRefusedChangesNothing() throws DeviceException {
    makeDark(LONG);
    harness().peerTakes(Manner.REFUSING);

    assertThatThrownBy(() -> device().order(AUTOMATIC, LONG))
        .isInstanceOf(Refused.class)
        .hasMessageContaining(device().deviceId());
    harness().peerTakes(Manner.PROPERLY);
    harness().passTime(SHORT);
    eventually(Shows.DARK, "still");
    device().release();
    eventually(Shows.BY_ITSELF, "after release");
  }

  @Test
  void confirmsOnlyWhatTheLanternSaysItself() throws DeviceException {
    assertThat(device().order(DARK, LONG)).isEqualTo(Answer.CONFIRMED);
    assertThat(device().release()).isEqualTo(Answer.CONFIRMED);
    harness().peerTakes(Manner.IGNORING);

    assertThat(isConfirmed()).isFalse();
    harness().peerTakes(Manner.PROPERLY);
    eventually(Shows.BY_ITSELF, "after an order that was not done");
  }

  private boolean isConfirmed() throws LinkDown, DeviceException.Garbled {
    try {
      return device().order(DARK, LONG) == Answer.CONFIRMED;
    } catch (TimedOut | Refused saidSo) {
      return false;
    } catch (LinkDown | DeviceException.Garbled other) {
      throw other;
    } catch (DeviceException none) {
      throw new AssertionError(none);
    }
  }

  @Test
  void tellsALanternThatForgotOnceMoreWhileTheLeaseLasts() throws DeviceException {
    makeDark(LONG);
    harness().peerForgets();

    eventually(Shows.DARK, "again");
  }

  @Test
  void shinesByItselfWhenTheLinkIsLost() throws DeviceException {
    makeDark(LONG);
    harness().breakLink();
    if (device().fallback() == Fallback.RETURNS_BY_ITSELF) {
      eventually(Shows.BY_ITSELF, "while nobody speaks to it");
    }
    eventually().until("the loss shows", () -> health().status() != Health.Status.OK);
    harness().restoreLink();

    eventually(Shows.BY_ITSELF, "when the link is back");
    harness().passTime(SHORT);
    assertThat(harness().peerShows()).as("nothing is caught up on").isEqualTo(Shows.BY_ITSELF);
  }

  @Test
  void saysWhenItCannotBeReachedAndDoesNotCatchUpLater() throws DeviceException {
    harness().breakLink();

    assertThatThrownBy(() -> device().order(DARK, LONG))
        .isInstanceOfAny(LinkDown.class, TimedOut.class)
        .hasMessageContaining(device().deviceId());
    harness().restoreLink();
    eventually().until("it can be ordered again", this::canBeOrdered);
    eventually(Shows.BY_ITSELF, "after the link is back");
  }

  private boolean canBeOrdered() {
    try {
      device().release();
      return true;
    } catch (DeviceException notYet) {
      return false;
    }
  }

  @Test
  void shinesByItselfWhenTheGatewayStops() throws DeviceException {
    makeDark(LONG);
    harness().stopDevice();

    eventually(Shows.BY_ITSELF, "after the stop");
  }

  @Test
  void shinesByItselfWhenTheGatewayDiedAndStartedAnew() throws DeviceException {
    makeDark(LONG);
    harness().killAndRestart();

    eventually(Shows.BY_ITSELF, "after the restart");
    eventually().until("it can be ordered again", this::canBeOrdered);
    makeDark(LONG);
  }
}
