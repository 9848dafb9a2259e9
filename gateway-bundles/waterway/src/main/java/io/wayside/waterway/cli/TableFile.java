// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.cli;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.waterway.mark.LightTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Tables of lights that come with the software, by name, and a site's own, by path. */
final class TableFile {

  private static final List<String> FOLDERS = List.of("config/lights", "etc/lights");

  private TableFile() {}

  static LightTable read(String name) throws Refused {
    Path file = find(name);
    try {
      return LightTable.from(Node.read(file.toString(), Files.readString(file)));
    } catch (GarbledData garbled) {
      throw new Refused(String.valueOf(garbled.getMessage()));
    } catch (IOException unreadable) {
      throw new Refused("--table " + file + ": cannot be read; look at its path and its rights");
    }
  }

  private static Path find(String name) throws Refused {
    try {
      if (name.contains("/") || name.endsWith(".json")) {
        return Path.of(name);
      }
      Path home = Path.of(System.getProperty("wayside.home", "."));
      for (String folder : FOLDERS) {
        Path file = home.resolve(folder).resolve(name + ".json");
        if (Files.isRegularFile(file)) {
          return file;
        }
      }
    } catch (InvalidPathException noPath) {
      throw new Refused("--table \"" + name + "\" is no path; give a name such as vn");
    }
    throw new Refused("--table: there is no \"" + name + "\" in config/lights; vn is shipped");
  }
}
