// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.detector;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.osgi.framework.BundleContext;

/**
 * Documents of cards: by name from the release, or by path beside the site document.
 *
 * @param site the folder of the site document
 * @param shipped the release's folder of data
 */
record Documents(Path site, Path shipped) {

  static Documents of(BundleContext context) {
    return new Documents(folder(context, "wayside.site"), folder(context, "wayside.etc"));
  }

  private static Path folder(BundleContext context, String property) {
    String folder = context.getProperty(property);
    return Path.of(folder == null ? "" : folder).toAbsolutePath();
  }

  Node read(String name) throws IOException, GarbledData {
    boolean isPath = name.contains("/") || name.endsWith(".json");
    Path path = isPath ? site.resolve(name) : shipped.resolve("cards").resolve(name + ".json");
    return Node.read(path.toString(), text(path));
  }

  private static String text(Path path) throws IOException {
    try {
      return Files.readString(path);
    } catch (NoSuchFileException missing) {
      throw new IOException(path + " is not there; put it there or correct its name", missing);
    }
  }
}
