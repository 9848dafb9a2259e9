// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink;

import io.wayside.uplink.delivery.Batching;
import io.wayside.uplink.delivery.Shaping;
import java.time.Duration;
import java.util.Optional;

/** Makes the shaping of settings, or says which of them do not go together. */
final class ShapingSettings {

  private static final int KIB = 1024;

  private ShapingSettings() {}

  static Shaping of(Config config) {
    return new Shaping(
        config.freshSharePercent(),
        config.ceilingKbitS() * 1000L,
        config.largestMessageKiB() * KIB,
        batching(config));
  }

  private static Optional<Batching> batching(Config config) {
    boolean gzip = gzip(config.compression());
    int records = config.batchRecords();
    if (records <= 1) {
      return Optional.empty();
    }
    if (!config.profile().hasBatches()) {
      throw new IllegalArgumentException(
          "batchRecords is "
              + records
              + ", but profile "
              + config.profile()
              + " has no batches; set batchRecords to 0, or profile to WAYSIDE_JSON or"
              + " WAYSIDE_CBOR");
    }
    if (records > config.window()) {
      throw new IllegalArgumentException(
          "batchRecords "
              + records
              + " is more than window "
              + config.window()
              + ", which counts records; raise window to twice the batch or more, or lower"
              + " batchRecords");
    }
    if (config.batchKiB() > config.largestMessageKiB()) {
      throw new IllegalArgumentException(
          "batchKiB "
              + config.batchKiB()
              + " is more than largestMessageKiB "
              + config.largestMessageKiB()
              + "; lower batchKiB or raise largestMessageKiB");
    }
    return Optional.of(
        new Batching(
            records, config.batchKiB() * KIB, Duration.ofMillis(config.batchWaitMs()), gzip));
  }

  private static boolean gzip(String compression) {
    return switch (compression) {
      case "gzip" -> true;
      case "none" -> false;
      default ->
          throw new IllegalArgumentException(
              "compression \"" + compression + "\" is not one of gzip, none");
    };
  }
}
