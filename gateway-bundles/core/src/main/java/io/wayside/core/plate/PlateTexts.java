// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.plate;

import io.wayside.core.device.PlateReading;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All plates that a camera's reading may mean. */
public final class PlateTexts {

  /** More would be no evidence any more. */
  private static final int MOST_PLATES = 16;

  private final Optional<PlateForms> forms;

  /**
   * By the forms of a country.
   *
   * @param forms empty: texts are taken as they are
   */
  public PlateTexts(Optional<PlateForms> forms) {
    this.forms = forms;
  }

  /** What the camera read comes first, then what else it thought of; each plate once. */
  public List<String> meant(PlateReading reading) {
    return Stream.concat(
            Stream.of(reading.text()),
            reading.alternatives().stream().map(PlateReading.Alternative::text))
        .flatMap(text -> text(text).plates().stream())
        .distinct()
        .limit(MOST_PLATES)
        .toList();
  }

  /** One text by the forms. */
  public PlateText text(String text) {
    return forms.map(known -> known.read(text)).orElseGet(() -> PlateText.asItIs(text));
  }
}
