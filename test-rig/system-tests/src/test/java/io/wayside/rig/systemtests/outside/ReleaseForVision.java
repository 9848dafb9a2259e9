// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.outside;

import io.wayside.onnxruntime.OrtRuntime;
import io.wayside.opencv.Native;
import io.wayside.rig.scenarios.site.ReleaseFolder;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The shipped release with the optional bundles of vision laid beside the others. */
final class ReleaseForVision {

  private ReleaseForVision() {}

  static Path in(Path folder) throws IOException, URISyntaxException {
    Path release = ReleaseFolder.find();
    try (Stream<Path> files = Files.walk(release)) {
      for (Path file : files.toList()) {
        Path to = folder.resolve(release.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(to);
        } else {
          Files.copy(file, to);
        }
      }
    }
    for (Class<?> inside : List.of(Native.class, OrtRuntime.class)) {
      Path jar = Path.of(inside.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (!Files.isRegularFile(jar)) {
        throw new IOException(jar + " is no jar; run the tests after the phase package");
      }
      Files.copy(jar, folder.resolve("bundles").resolve(jar.getFileName().toString()));
    }
    return folder;
  }
}
