// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The data that comes with the software: {@code config} in the source tree, {@code etc} in a
 * release.
 *
 * @param home the source tree or the release
 */
record Shipped(Path home) {

  private static final List<String> FOLDERS = List.of("config", "etc");
  private static final String ENDING = ".json";

  static Shipped ofProcess() {
    return new Shipped(Path.of(System.getProperty("wayside.home", ".")));
  }

  /** A file by its path, or one of a kind by its bare name: {@code vn} of {@code law}. */
  Path find(String option, String kind, String name) throws Wrong {
    if (name.contains("/") || name.endsWith(ENDING)) {
      return Path.of(name);
    }
    for (String folder : FOLDERS) {
      Path file = home.resolve(folder).resolve(kind).resolve(name + ENDING);
      if (Files.isRegularFile(file)) {
        return file;
      }
    }
    throw new Wrong(
        option + ": there is no \"" + name + "\"; there are " + String.join(", ", names(kind)));
  }

  /** The bare names of all files of a kind. */
  List<String> names(String kind) throws Wrong {
    for (String folder : FOLDERS) {
      Path all = home.resolve(folder).resolve(kind);
      if (Files.isDirectory(all)) {
        try (Stream<Path> files = Files.list(all)) {
          return files
              .map(file -> String.valueOf(file.getFileName()))
              .filter(file -> file.endsWith(ENDING))
              .map(file -> file.substring(0, file.length() - ENDING.length()))
              .sorted()
              .toList();
        } catch (IOException unreadable) {
          throw new Wrong(all + " cannot be read: " + unreadable.getMessage());
        }
      }
    }
    throw new Wrong(
        "there is no folder config/" + kind + " or etc/" + kind + " in " + home.toAbsolutePath());
  }
}
