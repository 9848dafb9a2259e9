// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.TagSighting;
import io.wayside.core.device.TagSource;
import org.junit.jupiter.api.Test;

/**
 * What a {@link TagSource} promises. It is started with its radio on; the peer hears a tag of its
 * own for each number.
 */
public abstract class TagSourceContract extends RecoveringSourceContract<TagSource, TagSighting> {

  @Override
  protected final long timeOf(TagSighting sighting) {
    return sighting.monotonicNanos();
  }

  @Test
  void aSightingNamesTagAndAntenna() {
    Heard<TagSighting> heard = subscribed();
    say(heard);

    assertThat(heard.events())
        .allSatisfy(
            sighting -> {
              assertThat(sighting.epc()).matches("([0-9a-f]{2})+");
              assertThat(sighting.tid().orElse("00")).matches("([0-9a-f]{2})+");
              assertThat(sighting.antenna()).isPositive();
              assertThat(sighting.strengthDbm()).isBetween(-150.0, 50.0);
            });
  }

  @Test
  void hearsNothingWhileTheRadioIsOffAndHearsAgainWhenItIsOn() throws DeviceException {
    Heard<TagSighting> heard = subscribed();
    say(heard);
    device().radio(false);
    int unheard = nextNumber();
    harness().peerSays(unheard);
    device().radio(true);
    say(heard);

    assertThat(heard.events()).noneMatch(sighting -> harness().carries(sighting, unheard));
    assertThat(heard.interruptions()).as("a radio that is off is no outage").isEmpty();
  }

  @Test
  void theRadioCannotBeSwitchedWithoutALink() {
    Heard<TagSighting> heard = subscribed();
    harness().breakLink();
    eventually().until("interruption", () -> !heard.interruptions().isEmpty());

    assertThatThrownBy(() -> device().radio(false))
        .isInstanceOfAny(DeviceException.LinkDown.class, DeviceException.TimedOut.class)
        .hasMessageContaining(device().deviceId());
  }
}
