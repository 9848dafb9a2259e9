// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.vehicle.ClassScheme;
import io.wayside.counting.scheme.ClassMap;
import io.wayside.counting.scheme.PcuRule;
import io.wayside.counting.scheme.PcuTable;
import io.wayside.counting.scheme.PcuTable.Terrain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.framework.BundleContext;

/**
 * Documents of a counter: those of the site, and those that ship with the release.
 *
 * @param site the folder of the site document
 * @param shipped the release's folder of documents
 */
record CounterFiles(Path site, Path shipped) {

  static final String NONE = "none";

  /** As the framework was told. */
  static CounterFiles of(BundleContext context) {
    return new CounterFiles(folder(context, "wayside.site"), folder(context, "wayside.etc"));
  }

  private static Path folder(BundleContext context, String property) {
    String folder = context.getProperty(property);
    return Path.of(folder == null ? "" : folder).toAbsolutePath();
  }

  /** A document beside the site document. */
  Node beside(String path) throws IOException, GarbledData {
    return read(site.resolve(path));
  }

  /** The text of a file beside the site document. */
  String text(String path) throws IOException {
    return content(site.resolve(path));
  }

  /** A class scheme, by name from the release or by path. */
  ClassScheme scheme(String name) throws IOException, GarbledData {
    return ClassScheme.from(named("classes", name));
  }

  /** A document by name from a folder of the release, or by path. */
  Node named(String folder, String name) throws IOException, GarbledData {
    boolean isPath = name.contains("/") || name.endsWith(".json");
    return read(isPath ? site.resolve(name) : shipped.resolve(folder).resolve(name + ".json"));
  }

  /** Units of the classes of a scheme by a table; none at all with {@code none}. */
  PcuRule units(String scheme, String table, Terrain terrain) throws IOException, GarbledData {
    if (table.equals(NONE)) {
      return PcuRule.none(scheme);
    }
    PcuTable units = PcuTable.from(named("pcu", table));
    return new PcuRule(scheme, Optional.of(units), map(scheme, units.scheme()), terrain);
  }

  /** The shipped map between two schemes; the units stay unknown where there is none. */
  private Optional<ClassMap> map(String from, String to) throws IOException, GarbledData {
    if (from.equals(NONE) || from.equals(to)) {
      return Optional.empty();
    }
    try (var files =
        Files.newDirectoryStream(shipped.resolve("class-maps"), "*-to-" + to + ".json")) {
      for (Path file : files) {
        ClassMap map = ClassMap.from(read(file));
        if (map.from().contains(from)) {
          return Optional.of(map);
        }
      }
    }
    return Optional.empty();
  }

  private static Node read(Path file) throws IOException, GarbledData {
    return Node.read(file.toString(), content(file));
  }

  private static String content(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException missing) {
      throw new IOException(file + " is not there; put it there or correct its name", missing);
    }
  }
}
