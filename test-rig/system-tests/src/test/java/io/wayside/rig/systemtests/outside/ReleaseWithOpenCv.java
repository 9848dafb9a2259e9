// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.outside;

import io.wayside.opencv.Native;
import io.wayside.rig.scenarios.site.ReleaseFolder;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The shipped release with the optional bundle of OpenCV laid beside the others. */
final class ReleaseWithOpenCv {

  private ReleaseWithOpenCv() {}

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
    Path jar = Path.of(Native.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    if (!Files.isRegularFile(jar)) {
      throw new IOException(jar + " is no jar; run the tests after the phase package");
    }
    Files.copy(jar, folder.resolve("bundles").resolve(jar.getFileName().toString()));
    return folder;
  }
}
