// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.osgi.framework.BundleContext;

/**
 * Files that a site document names.
 *
 * @param site the folder of the site document
 * @param shipped the release's folder of data
 * @param state where what changes is kept
 */
public record SiteFiles(Path site, Path shipped, Path state) {

  static SiteFiles of(BundleContext context) {
    return new SiteFiles(
        folder(context, "wayside.site"),
        folder(context, "wayside.etc"),
        folder(context, "wayside.state"));
  }

  private static Path folder(BundleContext context, String property) {
    String folder = context.getProperty(property);
    return Path.of(folder == null ? "" : folder).toAbsolutePath();
  }

  /** A document by name from the release, or by path beside the site document. */
  Node document(String what, String name) throws IOException, GarbledData {
    return document("tolling", what, name);
  }

  /** The same from another folder of the release. */
  Node document(String folder, String what, String name) throws IOException, GarbledData {
    boolean isPath = name.contains("/") || name.endsWith(".json");
    Path path = isPath ? site.resolve(name) : shipped.resolve(folder).resolve(name + ".json");
    return Node.read(path.toString(), text(what, path));
  }

  /** A day calendar by name from the release, or by path beside the site document. */
  Node calendar(String name) throws IOException, GarbledData {
    boolean isPath = name.contains("/") || name.endsWith(".json");
    Path path = isPath ? site.resolve(name) : shipped.resolve("calendars").resolve(name + ".json");
    return Node.read(path.toString(), text("the day calendar", path));
  }

  /** The text of a file beside the site document. */
  String text(String what, String file) throws IOException {
    return text(what, site.resolve(file));
  }

  private static String text(String what, Path path) throws IOException {
    try {
      return Files.readString(path);
    } catch (NoSuchFileException missing) {
      throw new IOException(
          what + " " + path + " is not there; put it there or correct its name", missing);
    }
  }
}
