// SPDX-License-Identifier: Apache-2.0
package io.wayside.opencv;

import io.wayside.natives.PackedLibrary;
import java.util.Locale;
import java.util.Optional;

/**
 * Processors with a library in this bundle. The sums are those of org.openpnp:opencv 4.9.0-0; a
 * test holds them against what is packed.
 */
enum Processor {
  X86_64("4698bfd0c5d8b032649a9edc32882dcc085c990964350a8ac8e27848fd8e1142", 65_304_272L),
  AARCH64("8d34a5dedf71b5343176627f9d0ef70dda9540cd5050fa3088cba032e92cb396", 30_453_272L),
  ARMV7("11045080e371f215e1db8b0d62ab6cdf505ca39fde0bfe8a9387abed4a8fd88a", 21_592_076L);

  private static final String VERSION = "4.9.0-0";

  private final String sha256;
  private final long bytes;

  Processor(String sha256, long bytes) {
    this.sha256 = sha256;
    this.bytes = bytes;
  }

  /** By what Java calls the machine; 32-bit Java on a 64-bit ARM kernel says arm too. */
  static Optional<Processor> of(String osName, String osArch) {
    if (!osName.equals("Linux")) {
      return Optional.empty();
    }
    return switch (osArch) {
      case "amd64", "x86_64" -> Optional.of(X86_64);
      case "aarch64" -> Optional.of(AARCH64);
      case "arm" -> Optional.of(ARMV7);
      default -> Optional.empty();
    };
  }

  /** Its library in this bundle. */
  PackedLibrary library() {
    return new PackedLibrary(
        "io.wayside.opencv",
        "opencv-" + VERSION,
        "/native/" + name().toLowerCase(Locale.ROOT) + "/" + Native.FILE,
        sha256,
        bytes);
  }
}
