// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.fare;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The documents that ship. */
final class FareDocuments {

  static final Path FOLDER = Path.of("../../config/tolling");

  private FareDocuments() {}

  static String text(String name) {
    try {
      return Files.readString(FOLDER.resolve(name + ".json"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static FareTable table(String name) {
    return parse(text(name));
  }

  static FareTable parse(String text) {
    try {
      return FareTable.from(Node.read("fares.json", text));
    } catch (GarbledData garbled) {
      throw new AssertionError(garbled);
    }
  }
}
