// SPDX-License-Identifier: Apache-2.0
package io.wayside.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.boot.site.SchemaReader;
import io.wayside.boot.site.SiteReader;
import io.wayside.boot.site.SiteReading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SchemaUpToDateTest {

  private static final Path CONFIG = Path.of(System.getProperty("wayside.config"));
  private static final Path COMMITTED = CONFIG.resolve("schema/site.schema.json");
  private static final Path GENERATED = GatewayFolder.HOME.resolve("etc/schema/site.schema.json");

  @Test
  void the_committed_schema_is_that_of_the_bundles() throws Exception {
    assertThat(Files.readString(GENERATED))
        .as(
            "a component's settings have changed; take the new schema with: cp %s %s",
            GENERATED, COMMITTED)
        .isEqualTo(Files.readString(COMMITTED));
  }

  @Test
  void every_site_profile_is_in_order() throws Exception {
    SiteReader reader = new SiteReader(SchemaReader.read(Files.readString(GENERATED)));
    List<Path> profiles;
    try (Stream<Path> files = Files.list(CONFIG.resolve("site"))) {
      profiles = files.toList();
    }
    assertThat(profiles).isNotEmpty();
    for (Path profile : profiles) {
      assertThat(reader.read(Files.readString(profile)))
          .as("%s", profile)
          .isInstanceOf(SiteReading.Accepted.class);
    }
  }
}
