// SPDX-License-Identifier: Apache-2.0
package io.wayside.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The class archive is made in the state folder, for this JVM, and then used. */
class PrepareTest {

  @TempDir Path box;

  @Test
  void a_prepared_gateway_runs_with_its_archive() throws Exception {
    GatewayFolder gateway = new GatewayFolder(GatewayFolder.HOME, box);
    gateway.writeSmallest();

    GatewayFolder.Ended prepared = gateway.call("prepare");
    assertThat(prepared.exitCode()).as(prepared.output()).isZero();
    assertThat(prepared.output()).hasLineCount(1).startsWith("prepared ");
    Path archive = Path.of(prepared.output().substring("prepared ".length()).strip());
    assertThat(archive).exists().startsWith(gateway.state());

    try (RunningGateway running = gateway.start()) {
      List<String> maps = Files.readAllLines(Path.of("/proc/" + running.pid() + "/maps"));
      assertThat(maps).anyMatch(line -> line.endsWith(archive.toString()));
      running.terminate(5000);
    }
    try (Stream<Path> left = Files.list(gateway.state().resolve("cache"))) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("cds", "framework");
    }
  }

  @Test
  void a_broken_archive_is_passed_over_in_silence() throws Exception {
    GatewayFolder gateway = new GatewayFolder(GatewayFolder.HOME, box);
    gateway.writeSmallest();
    Path archive =
        Path.of(gateway.call("prepare").output().substring("prepared ".length()).strip());
    Files.write(archive, new byte[4096]);

    try (RunningGateway running = gateway.start()) {
      assertThat(running.started()).hasLineCount(1);
      running.terminate(5000);
    }
  }
}
