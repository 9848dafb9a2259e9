// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.plazanet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The station's key, kept in a file so that it stands in no site document. */
final class KeyFile {

  private KeyFile() {}

  /** Its first line. */
  static byte[] read(String file) {
    try (var lines = Files.lines(Path.of(file), StandardCharsets.UTF_8)) {
      return lines.findFirst().orElse("").strip().getBytes(StandardCharsets.UTF_8);
    } catch (IOException | UncheckedIOException unreadable) {
      throw new IllegalArgumentException(
          "key file "
              + file
              + " cannot be read: "
              + unreadable.getMessage()
              + "; create it with the station's key as its only line, readable by the gateway's"
              + " user alone",
          unreadable);
    }
  }
}
