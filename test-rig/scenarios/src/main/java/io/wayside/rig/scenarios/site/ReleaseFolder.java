// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the distribution folder that the build made. */
public final class ReleaseFolder {

  private static final String TARGET = "gateway-bundles/runtime/distribution/target";

  private ReleaseFolder() {}

  /**
   * Below the project folder given by the system property {@code wayside.home}.
   *
   * @throws IOException when there is none, with the remedy
   */
  public static Path find() throws IOException {
    return find(Path.of(System.getProperty("wayside.home", ".")));
  }

  /** Below a project folder. */
  public static Path find(Path project) throws IOException {
    Path target = project.resolve(TARGET);
    if (Files.isDirectory(target)) {
      try (var entries = Files.list(target)) {
        var found =
            entries.filter(p -> Files.isExecutable(p.resolve("bin/wayside-gateway"))).findFirst();
        if (found.isPresent()) {
          return found.get().toAbsolutePath().normalize();
        }
      }
    }
    throw new IOException(
        "there is no distribution folder below " + target + "; run ./wayside build");
  }
}
