// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** What the tests measured on the way: information, in {@code target/figures.txt}. */
public final class Figures {

  private static final Path FILE = Path.of("target", "figures.txt");

  private Figures() {}

  /** Adds one line. */
  public static synchronized void note(String format, Object... values) {
    try {
      Files.createDirectories(FILE.getParent());
      Files.writeString(
          FILE,
          String.format(Locale.ROOT, format, values) + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(FILE.toAbsolutePath() + " cannot be written", unwritable);
    }
  }
}
