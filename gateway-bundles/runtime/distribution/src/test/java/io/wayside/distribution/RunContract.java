// SPDX-License-Identifier: Apache-2.0
package io.wayside.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the release folder behaves, whatever the framework. */
abstract class RunContract {

  @TempDir Path box;

  private GatewayFolder gateway;

  abstract GatewayFolder folder(Path box);

  @BeforeEach
  void write_a_document() throws Exception {
    gateway = folder(box);
    gateway.writeSmallest();
  }

  @Test
  void it_starts_says_that_it_is_well_and_stops_on_SIGTERM_within_five_seconds() throws Exception {
    try (RunningGateway running = gateway.start()) {
      GatewayFolder.Ended health = gateway.call("health");
      Value.Fields report = (Value.Fields) Json.read(health.output()).root();

      assertThat(health.exitCode()).as(health.output()).isZero();
      assertThat(report.get("status")).isEqualTo(new Value.Text("ok"));
      assertThat(report.get("gateway")).isEqualTo(new Value.Text("box-1"));
      assertThat(running.started()).contains(((Value.Text) report.get("configuration")).value());

      GatewayFolder.Ended ended = running.terminate(5000);
      assertThat(ended.exitCode()).as(ended.output()).isZero();
      assertThat(ended.output()).contains("stopped");
      assertThat(gateway.state().resolve("last-run")).content().isEqualTo("stopped\n");
    }
  }

  @Test
  void it_stops_when_asked_on_the_control_socket() throws Exception {
    try (RunningGateway running = gateway.start()) {
      assertThat(gateway.call("stop").exitCode()).isZero();
      assertThat(running.ended(5000).exitCode()).isZero();
    }
    GatewayFolder.Ended nobody = gateway.call("health");
    assertThat(nobody.exitCode()).isEqualTo(3);
    assertThat(nobody.output()).contains("no gateway answers at").hasLineCount(1);
  }

  @Test
  void only_its_own_user_may_open_the_control_socket() throws Exception {
    try (RunningGateway running = gateway.start()) {
      Path socket = gateway.state().resolve("run/control.sock");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
          .isEqualTo("rw-------");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket.getParent())))
          .isEqualTo("rwx------");
      running.terminate(5000);
    }
  }

  @Test
  void a_second_one_on_the_same_state_is_refused_in_one_line_that_names_the_first()
      throws Exception {
    try (RunningGateway running = gateway.start()) {
      GatewayFolder.Ended second = gateway.call("start");

      assertThat(second.exitCode()).isEqualTo(4);
      assertThat(second.output()).hasLineCount(1).contains("pid " + running.pid());
      assertThat(gateway.call("health").exitCode()).isZero();
      running.terminate(5000);
    }
  }

  @Test
  void a_killed_one_leaves_nothing_that_keeps_the_next_from_starting() throws Exception {
    try (RunningGateway running = gateway.start()) {
      running.kill();
    }
    assertThat(gateway.state().resolve("last-run")).content().isEqualTo("running\n");
    try (RunningGateway again = gateway.start()) {
      assertThat(gateway.call("health").exitCode()).isZero();
      again.terminate(5000);
    }
  }

  @Test
  void a_changed_document_is_read_again_on_request() throws Exception {
    try (RunningGateway running = gateway.start()) {
      assertThat(gateway.call("reload").output())
          .contains("unchanged")
          .doesNotContain("changed io");
      gateway.write(document("box-1", "\"statusEvery\": \"10 s\""));

      GatewayFolder.Ended reloaded = gateway.call("reload");
      assertThat(reloaded.exitCode()).as(reloaded.output()).isZero();
      assertThat(reloaded.output()).contains("changed io.wayside.gateway").contains("1 changed");

      gateway.write(document("box-1", "\"statusEvery\": 10"));
      GatewayFolder.Ended refused = gateway.call("reload");
      assertThat(refused.exitCode()).isEqualTo(2);
      assertThat(refused.output()).contains("gateway.statusEvery: 10 has no unit");

      gateway.write(document("box-2", "\"statusEvery\": \"10 s\""));
      GatewayFolder.Ended renamed = gateway.call("reload");
      assertThat(renamed.exitCode()).isEqualTo(2);
      assertThat(renamed.output()).contains("restart the gateway");
      running.terminate(5000);
    }
  }

  @Test
  void a_command_to_nobody_is_refused_with_a_reason() throws Exception {
    try (RunningGateway running = gateway.start()) {
      GatewayFolder.Ended refused = gateway.call("command", "weighing.lane-9", "zero");

      assertThat(refused.exitCode()).isEqualTo(1);
      assertThat(refused.output()).contains("\"unknown-target\"");
      running.terminate(5000);
    }
  }

  private static String document(String id, String setting) throws Exception {
    return "{ \"gateway\": { \"id\": \"%s\", \"tenant\": \"test\", %s }%s }"
        .formatted(id, setting, GatewayFolder.journal());
  }
}
