// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.osgi.framework.BundleContext;

/** Files that a site document names. */
final class SiteFiles {

  private final Path site;

  SiteFiles(BundleContext context) {
    this.site = folder(context, "wayside.site");
  }

  private static Path folder(BundleContext context, String property) {
    String folder = context.getProperty(property);
    return Path.of(folder == null ? "" : folder).toAbsolutePath();
  }

  /** An instrument's document; beside the site document unless the path is absolute. */
  Node instrument(String file) throws IOException, GarbledData {
    Path path = site.resolve(file);
    try {
      return Node.read(path.toString(), Files.readString(path));
    } catch (NoSuchFileException missing) {
      throw new IOException(
          "the instrument's document " + path + " is not there; put it there or correct its name",
          missing);
    }
  }
}
