// SPDX-License-Identifier: Apache-2.0
package io.wayside.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong ends in clear lines and its own exit code, before anything starts. */
class RefusalTest {

  @TempDir Path box;

  @Test
  void each_error_of_the_document_is_one_line() throws Exception {
    GatewayFolder gateway = new GatewayFolder(GatewayFolder.HOME, box);
    gateway.write("{\n  \"gateway\": { \"id\": \"Box\" },\n  \"devises\": { }\n}\n");

    for (String verb : List.of("start", "check")) {
      GatewayFolder.Ended ended = gateway.call(verb);
      assertThat(ended.exitCode()).isEqualTo(2);
      assertThat(ended.output().lines().toList())
          .contains(
              "site.json:2:14: gateway: \"tenant\" is missing — add \"tenant\": … (Whom it belongs"
                  + " to; the first step of every MQTT topic)",
              "site.json:2:22: gateway.id: \"Box\" is not a name — use lower-case letters, digits,"
                  + " hyphens and dots, begin and end with a letter or digit, 40 characters at most",
              "site.json:3:3: devises: unknown section \"devises\" — did you mean \"devices\"?")
          .allMatch(line -> line.startsWith("site.json:"));
    }
    assertThat(gateway.state()).doesNotExist();
  }

  @Test
  void a_missing_document_is_named_with_the_option_for_another() throws Exception {
    GatewayFolder.Ended ended = new GatewayFolder(GatewayFolder.HOME, box).call("start");

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.output()).hasLineCount(1).contains("--site FILE");
  }

  @Test
  void a_document_in_order_shows_what_would_run() throws Exception {
    GatewayFolder gateway = new GatewayFolder(GatewayFolder.HOME, box);
    gateway.writeSmallest();

    GatewayFolder.Ended ended = gateway.call("check");

    assertThat(ended.exitCode()).isZero();
    assertThat(ended.output()).startsWith("site.json: in order").contains("  gateway\n");
  }

  @Test
  void a_release_with_a_missing_bundle_is_incomplete() throws Exception {
    Path broken = copy();
    Path bundle = bundle(broken, "io.wayside.runtime-");
    Files.delete(bundle);

    GatewayFolder.Ended ended = started(broken);

    assertThat(ended.exitCode()).isEqualTo(5);
    assertThat(ended.output()).hasLineCount(1).contains(bundle.getFileName() + " is missing");
  }

  @Test
  void a_release_with_a_damaged_core_bundle_is_incomplete() throws Exception {
    Path broken = copy();
    Files.writeString(bundle(broken, "io.wayside.runtime-"), "no jar");

    assertThat(started(broken).exitCode()).isEqualTo(5);
  }

  @Test
  void a_state_folder_that_cannot_be_written_is_named() throws Exception {
    GatewayFolder gateway = new GatewayFolder(GatewayFolder.HOME, box);
    gateway.writeSmallest();
    Files.writeString(gateway.state(), "a file");

    GatewayFolder.Ended ended = gateway.call("start");

    assertThat(ended.exitCode()).isEqualTo(6);
    assertThat(ended.output()).hasLineCount(1).contains("--state FOLDER");
  }

  @Test
  void a_wrong_call_says_what_there_is() throws Exception {
    GatewayFolder gateway = new GatewayFolder(GatewayFolder.HOME, box);

    assertThat(gateway.call("strat").exitCode()).isEqualTo(64);
    assertThat(gateway.call("strat").output()).hasLineCount(1).contains("start, check, health");
    assertThat(gateway.call("help").output()).contains("reload").contains("Exit codes");
  }

  private GatewayFolder.Ended started(Path home) throws Exception {
    GatewayFolder gateway = new GatewayFolder(home, box);
    gateway.writeSmallest();
    return gateway.call("start");
  }

  private static Path bundle(Path home, String begin) throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("bundles"))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(begin))
          .findFirst()
          .orElseThrow();
    }
  }

  private Path copy() throws IOException {
    Path copy = box.resolve("release");
    try (Stream<Path> all = Files.walk(GatewayFolder.HOME)) {
      for (Path from : all.toList()) {
        Files.copy(
            from,
            copy.resolve(GatewayFolder.HOME.relativize(from).toString()),
            StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    return copy;
  }
}
