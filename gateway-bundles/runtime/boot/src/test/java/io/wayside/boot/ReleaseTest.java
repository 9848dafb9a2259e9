// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseTest {

  @TempDir Path home;

  @BeforeEach
  void makeRelease() throws IOException {
    Files.writeString(
        home.resolve("release.json"),
        """
        { "version": "0.1.0", "configureAfterStartLevel": 3, "systemPackages": [],
          "systemProperties": {}, "files": [],
          "bundles": [ { "file": "bundles/core.jar", "startLevel": 2 },
                       { "file": "bundles/station.jar", "startLevel": 6 } ] }
        """);
    Files.createDirectory(home.resolve("bundles"));
    put("bundles/core.jar");
    put("bundles/station.jar");
  }

  private void put(String file) throws IOException {
    Files.createFile(home.resolve(file));
  }

  @Test
  void namesItsBundlesWithTheirStartLevels() throws Exception {
    assertThat(Release.read(home).bundles())
        .containsExactly(bundle("core.jar", 2), bundle("station.jar", 6));
  }

  @Test
  void startsAnOptionalBundleThatWasPutBesideThemWithTheUplinks() throws Exception {
    put("bundles/opencv.jar");
    put("bundles/mqtt5.jar");
    put("bundles/readme.txt");

    assertThat(Release.read(home).bundles())
        .endsWith(bundle("mqtt5.jar", 4), bundle("opencv.jar", 4))
        .hasSize(4);
  }

  @Test
  void isIncompleteWithoutAFileItNames() throws IOException {
    Files.delete(home.resolve("bundles/core.jar"));

    assertThatThrownBy(() -> Release.read(home))
        .isInstanceOf(BootFailure.class)
        .hasMessageContaining("core.jar is missing");
  }

  private Release.Bundle bundle(String name, int level) {
    return new Release.Bundle(home.resolve("bundles").resolve(name), level);
  }
}
