// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.rig;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the folder {@code config} as they ship. */
public final class ShippedData {

  private static final Path CONFIG = Path.of("../../config");

  private ShippedData() {}

  public static Path file(String name) {
    return CONFIG.resolve(name);
  }

  public static Node document(String name) {
    try {
      return Node.read(name, Files.readString(file(name)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (GarbledData garbled) {
      throw new AssertionError(name, garbled);
    }
  }
}
