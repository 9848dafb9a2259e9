// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.PlateReading;
import io.wayside.core.device.PlateSource;
import org.junit.jupiter.api.Test;

/** What a {@link PlateSource} promises. The peer reads a plate of its own for each number. */
public abstract class PlateSourceContract
    extends RecoveringSourceContract<PlateSource, PlateReading> {

  @Override
  protected final long timeOf(PlateReading reading) {
    return reading.monotonicNanos();
  }

  @Test
  void aReadingNamesAPlateAndHowSureTheCameraIs() {
    Heard<PlateReading> heard = subscribed();
    say(heard);

    assertThat(heard.events())
        .allSatisfy(
            reading -> {
              assertThat(reading.text()).matches("(?s).*\\p{L}?\\p{Nd}.*");
              assertThat(reading.confidence().orElse(1)).isBetween(0.0, 1.0);
              assertThat(reading.alternatives())
                  .allSatisfy(
                      other -> {
                        assertThat(other.text()).isNotBlank().isNotEqualTo(reading.text());
                        assertThat(other.confidence().orElse(1)).isBetween(0.0, 1.0);
                      });
            });
  }

  @Test
  void whatComesWithAReadingIsAPicture() {
    Heard<PlateReading> heard = subscribed();
    say(heard);

    assertThat(heard.events())
        .flatExtracting(PlateReading::pictures)
        .allSatisfy(
            picture -> {
              assertThat(picture.name()).isNotBlank();
              assertThat(picture.mediaType()).startsWith("image/");
              assertThat(picture.content()).isNotEmpty();
            });
  }
}
