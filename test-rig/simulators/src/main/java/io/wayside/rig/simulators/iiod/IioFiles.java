// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.iiod;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The files of one device below {@code sys/bus/iio/devices}; each value ends with a line feed. */
final class IioFiles {

  private final Path folder;
  private final IioDescription description;

  IioFiles(Path root, IioDescription description) {
    this.folder = root.resolve("sys/bus/iio/devices").resolve(description.id());
    this.description = description;
  }

  Path folder() {
    return folder;
  }

  static String enableFile(IioChannel channel) {
    return "scan_elements/in_" + channel.id() + "_en";
  }

  /** Anew, whatever was there. */
  void write() throws IOException {
    delete();
    for (Map.Entry<String, String> file : values().entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue() + "\n");
    }
    linkTheNewerNames();
  }

  private Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    String number = description.id().replaceAll("\\D", "");
    values.put("name", description.name());
    values.put("dev", "250:" + number);
    values.put("uevent", "MAJOR=250\nMINOR=%s\nDEVNAME=%s".formatted(number, description.id()));
    AttributeTable table = new AttributeTable(description);
    table.ofDevice().forEach(a -> values.put(a.file(), a.value()));
    for (IioChannel channel : description.channels()) {
      channel.attributes().forEach(a -> values.put(a.file(), a.value()));
      if (!channel.isTimestamp()) {
        values.put("in_" + channel.id() + "_raw", "0");
      }
      if (channel.isScanned()) {
        values.put(enableFile(channel), "0");
        values.put("scan_elements/in_" + channel.id() + "_index", "" + channel.index());
        values.put("scan_elements/in_" + channel.id() + "_type", channel.format().inTypeFile());
      }
    }
    values.put("buffer/enable", "0");
    values.put("buffer/length", "2");
    values.put("buffer/watermark", "1");
    table.ofBuffer().forEach(a -> values.put("buffer/" + a.file(), a.value()));
    return values;
  }

  /** From 5.11 on the same settings stand in {@code buffer0} too. */
  private void linkTheNewerNames() throws IOException {
    Path newer = Files.createDirectories(folder.resolve("buffer0"));
    for (String older : new String[] {"buffer", "scan_elements"}) {
      try (var files = Files.newDirectoryStream(folder.resolve(older))) {
        for (Path file : files) {
          Path name = file.getFileName();
          Files.createSymbolicLink(newer.resolve(name), Path.of("..", older, "" + name));
        }
      }
    }
  }

  /** Without the line feed; empty when there is no such file. */
  String read(String file) {
    try {
      return Files.readString(folder.resolve(file)).strip();
    } catch (NoSuchFileException e) {
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(folder.resolve(file) + " cannot be read", e);
    }
  }

  void put(String file, String value) {
    try {
      Files.writeString(folder.resolve(file), value + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(folder.resolve(file) + " cannot be written", e);
    }
  }

  /** What the file says, or where that is no frequency, what the description says. */
  double samplingHz() {
    String text = read(AttributeTable.FREQUENCY);
    return AttributeTable.usable(text) ? Double.parseDouble(text) : description.samplingHz();
  }

  void delete() throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
