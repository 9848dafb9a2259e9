// SPDX-License-Identifier: Apache-2.0
package io.wayside.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReleaseFolderTest {

  private static final Path HOME = GatewayFolder.HOME;

  @Test
  void every_file_is_listed_with_its_sum() throws Exception {
    Map<String, String> listed = new TreeMap<>();
    for (String list : List.of("bundles", "files")) {
      for (Value.Fields entry : entries(list)) {
        listed.put(text(entry, "file"), text(entry, "sha256"));
      }
    }
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> all = Files.walk(HOME)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        found.put(HOME.relativize(file).toString(), ReleaseList.sha256(file));
      }
    }
    found.remove("release.json");
    assertThat(listed).isEqualTo(found);
  }

  @Test
  void bundles_start_level_by_level() throws Exception {
    List<Long> levels = new ArrayList<>();
    Map<String, Long> byName = new TreeMap<>();
    for (Value.Fields bundle : entries("bundles")) {
      long level = ((Value.Whole) bundle.get("startLevel")).value();
      levels.add(level);
      byName.put(text(bundle, "symbolicName"), level);
    }
    assertThat(levels).isSorted();
    assertThat(byName)
        .containsEntry("org.apache.felix.scr", 1L)
        .containsEntry("io.wayside.core", 2L)
        .containsEntry("io.wayside.runtime", 3L)
        .containsEntry("io.wayside.journal", 3L)
        .containsEntry("io.wayside.driver.serial", 5L)
        .containsEntry("io.wayside.weighing", 6L)
        .containsEntry("io.wayside.uplink", 4L);
  }

  @Test
  void native_libraries_are_there_for_three_architectures() {
    for (String architecture : List.of("x86_64", "aarch64", "armv7")) {
      assertThat(HOME.resolve("native").resolve(architecture))
          .isDirectoryContaining("glob:**libsqlitejdbc.so")
          .isDirectoryContaining("glob:**libjSerialComm.so");
    }
  }

  @Test
  void the_script_may_be_run() {
    assertThat(HOME.resolve("bin/wayside-gateway")).isExecutable();
  }

  private static List<Value.Fields> entries(String list) throws Exception {
    Value.Fields release =
        (Value.Fields) Json.read(Files.readString(HOME.resolve("release.json"))).root();
    return ((Value.Many) release.get(list))
        .values().stream().map(entry -> (Value.Fields) entry).toList();
  }

  private static String text(Value.Fields entry, String name) {
    return ((Value.Text) entry.get(name)).value();
  }
}
