// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.cli;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Documents that come with the software, by name, and a site's own, by path. */
final class ShippedFile {

  private static final String ENDING = ".json";

  /** Of the sources, and of a release. */
  private static final List<String> PLACES = List.of("config", "etc");

  private ShippedFile() {}

  /** What a document says. */
  interface Reader<T> {
    T read(Node document) throws GarbledData;
  }

  static <T> T read(Verb.Streams streams, String option, Path file, Reader<T> reader) throws Wrong {
    try {
      return reader.read(Node.read(file.toString(), streams.text(option, file.toString())));
    } catch (GarbledData garbled) {
      throw new Wrong(String.valueOf(garbled.getMessage()));
    }
  }

  /**
   * By its name, or a path as it is.
   *
   * @param folder of the configuration, such as {@code classes}
   */
  static Path find(String option, String folder, String name) throws Wrong {
    if (name.contains("/") || name.endsWith(ENDING)) {
      return Path.of(name);
    }
    Path home = Path.of(System.getProperty("wayside.home", "."));
    for (String place : PLACES) {
      Path file = home.resolve(place).resolve(folder).resolve(name + ENDING);
      if (Files.isRegularFile(file)) {
        return file;
      }
    }
    throw new Wrong(
        option
            + ": there is no \""
            + name
            + "\"; there are "
            + String.join(", ", names(home, folder)));
  }

  private static List<String> names(Path home, String folder) throws Wrong {
    for (String place : PLACES) {
      Path shipped = home.resolve(place).resolve(folder);
      if (Files.isDirectory(shipped)) {
        try (Stream<Path> files = Files.list(shipped)) {
          return files
              .map(file -> String.valueOf(file.getFileName()))
              .filter(file -> file.endsWith(ENDING))
              .map(file -> file.substring(0, file.length() - ENDING.length()))
              .sorted()
              .toList();
        } catch (IOException unreadable) {
          throw new Wrong(shipped + " cannot be read: " + unreadable.getMessage());
        }
      }
    }
    return List.of("none in " + home.toAbsolutePath());
  }
}
