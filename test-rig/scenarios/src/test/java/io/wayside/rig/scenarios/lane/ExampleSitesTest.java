// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sites that people start from are sites that the gateway takes. */
class ExampleSitesTest {

  private static final Path CONFIG = Path.of("../../config");

  @Test
  void everyExampleSiteIsReadAndChecked() throws IOException {
    List<Path> sites;
    try (Stream<Path> files = Files.list(CONFIG.resolve("site"))) {
      sites = files.sorted().toList();
    }
    assertThat(sites).hasSizeGreaterThan(3);
    for (Path site : sites) {
      assertThatCode(() -> SiteParts.read(site, CONFIG.resolve("schema/site.schema.json")))
          .as(site.toString())
          .doesNotThrowAnyException();
    }
  }
}
