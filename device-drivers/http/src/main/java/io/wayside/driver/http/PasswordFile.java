// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A password kept in a file, so that it stands in no site document. */
public final class PasswordFile {

  private PasswordFile() {}

  /** Its first line; nothing if no file is named. */
  public static String read(String file) {
    if (file.isEmpty()) {
      return "";
    }
    try (var lines = Files.lines(Path.of(file))) {
      return lines.findFirst().orElse("");
    } catch (IOException | UncheckedIOException unreadable) {
      throw new IllegalArgumentException(
          "password file "
              + file
              + " cannot be read: "
              + unreadable.getMessage()
              + "; create it with the password as its only line, readable by the gateway's user",
          unreadable);
    }
  }
}
