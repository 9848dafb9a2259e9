// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio.local;

import io.wayside.driver.iio.context.Attributes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of one device below {@code /sys/bus/iio/devices}. */
record Sysfs(Path folder) {

  /** A sysfs attribute is at most a page. */
  private static final int MOST_BYTES = 4096;

  String id() {
    return String.valueOf(folder.getFileName());
  }

  boolean has(String file) {
    return Files.exists(folder.resolve(file));
  }

  String read(String file) throws IOException {
    try (var in = Files.newInputStream(folder.resolve(file))) {
      return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8).strip();
    }
  }

  /** What a file says, or the empty text when there is none. */
  String readIfThere(String file) throws IOException {
    return has(file) ? read(file) : "";
  }

  /** Writes in one go, into what is there: sysfs takes neither creation nor pieces. */
  void write(String file, String value) throws IOException {
    Files.write(
        folder.resolve(file),
        (value + "\n").getBytes(StandardCharsets.UTF_8),
        StandardOpenOption.WRITE,
        StandardOpenOption.TRUNCATE_EXISTING);
  }

  /** An attribute of a channel under the most specific name that exists. */
  Optional<String> attributeFile(String channelId, String attribute) {
    return Attributes.names(channelId, attribute).stream().filter(this::has).findFirst();
  }

  Optional<String> attribute(String channelId, String attribute) throws IOException {
    Optional<String> file = attributeFile(channelId, attribute);
    return file.isEmpty() ? Optional.empty() : Optional.of(read(file.get()));
  }

  /** File names in a folder below. */
  List<String> list(String below) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(below))) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }
}
