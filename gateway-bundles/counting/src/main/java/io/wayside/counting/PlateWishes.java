// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting;

import io.wayside.core.data.GarbledData;
import io.wayside.core.plate.PlateForms;
import io.wayside.core.plate.PlateKey;
import io.wayside.counting.plate.PlateRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What a counter's configuration says of plates, in either kind of counter. */
record PlateWishes(
    String camera, String keyFile, String forms, int delayMs, int withinMs, boolean texts) {

  /** Empty without a plate camera. */
  Optional<PlateRules> rules(CounterFiles files) throws IOException, GarbledData {
    if (camera.isEmpty()) {
      return Optional.empty();
    }
    Optional<PlateForms> known =
        forms.equals(CounterFiles.NONE)
            ? Optional.empty()
            : Optional.of(PlateForms.from(files.named("plates", forms)));
    return Optional.of(
        new PlateRules(
            key(files),
            known,
            TimeUnit.MILLISECONDS.toNanos(delayMs),
            TimeUnit.MILLISECONDS.toNanos(withinMs),
            texts));
  }

  /** Without a key a hash would hide nothing: there are few enough plates to try all. */
  private PlateKey key(CounterFiles files) throws IOException {
    if (keyFile.isEmpty()) {
      throw new IllegalArgumentException(
          "plateDevice needs a plateKeyFile: name a file whose first line is the secret with which"
              + " plates are hashed");
    }
    String secret = files.text(keyFile).lines().findFirst().orElse("").strip();
    try {
      return new PlateKey(secret.getBytes(StandardCharsets.UTF_8));
    } catch (IllegalArgumentException tooShort) {
      throw new IllegalArgumentException(
          "plateKeyFile " + keyFile + ": " + tooShort.getMessage(), tooShort);
    }
  }
}
