// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.cli;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.vehicle.ClassScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Class schemes that come with the software, by name, and a site's own, by path. */
final class SchemeFile {

  private static final String ENDING = ".json";
  private static final List<String> FOLDERS = List.of("config/classes", "etc/classes");

  private SchemeFile() {}

  static ClassScheme read(Verb.Streams streams, String name) throws Wrong {
    Path file = find(name);
    try {
      return ClassScheme.from(
          Node.read(file.toString(), streams.text("--scheme", file.toString())));
    } catch (GarbledData garbled) {
      throw new Wrong(String.valueOf(garbled.getMessage()));
    }
  }

  private static Path find(String name) throws Wrong {
    if (name.contains("/") || name.endsWith(ENDING)) {
      return Path.of(name);
    }
    Path home = Path.of(System.getProperty("wayside.home", "."));
    for (String folder : FOLDERS) {
      Path file = home.resolve(folder).resolve(name + ENDING);
      if (Files.isRegularFile(file)) {
        return file;
      }
    }
    throw new Wrong(
        "--scheme: there is no \"" + name + "\"; there are " + String.join(", ", names(home)));
  }

  private static List<String> names(Path home) throws Wrong {
    for (String folder : FOLDERS) {
      if (Files.isDirectory(home.resolve(folder))) {
        try (Stream<Path> files = Files.list(home.resolve(folder))) {
          return files
              .map(file -> String.valueOf(file.getFileName()))
              .filter(file -> file.endsWith(ENDING))
              .map(file -> file.substring(0, file.length() - ENDING.length()))
              .sorted()
              .toList();
        } catch (IOException unreadable) {
          throw new Wrong(home.resolve(folder) + " cannot be read: " + unreadable.getMessage());
        }
      }
    }
    return List.of("none in " + home.toAbsolutePath());
  }
}
