// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlSocketTest {

  @TempDir Path state;

  private ControlServer server;

  @BeforeEach
  void open() throws Exception {
    Files.createDirectories(state.resolve("run"));
    server =
        ControlServer.open(
            StateFolder.controlSocket(state),
            request -> new ControlLine.Answer(ExitCode.NOT_WELL, "<" + request + ">\nTrạm cân"));
  }

  @AfterEach
  void close() throws Exception {
    server.close();
  }

  @Test
  void a_request_gets_lines_and_an_exit_code() throws Exception {
    ControlClient.Answer answer = new ControlClient(state).ask("command {\"á\":1}");

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.text()).isEqualTo("<command {\"á\":1}>\nTrạm cân");
  }

  @Test
  void who_leaves_without_a_request_keeps_nobody_waiting() throws Exception {
    connect().close();

    assertThat(new ControlClient(state).ask("health").text()).startsWith("<health>");
  }

  @Test
  void who_says_nothing_keeps_the_next_one_waiting_for_a_bounded_time() throws Exception {
    try (SocketChannel silent = connect()) {
      assertThat(new ControlClient(state).ask("health").text()).startsWith("<health>");
      assertThat(silent.isOpen()).isTrue();
    }
  }

  @Test
  void a_request_without_end_is_not_read_to_its_end() throws Exception {
    try (SocketChannel endless = connect()) {
      ByteBuffer much = ByteBuffer.allocate(ControlLine.LONGEST_BYTES + 4096);
      while (much.hasRemaining() && endless.write(much) > 0) {
        much.mark();
      }
    } catch (IOException refused) {
      assertThat(refused).isNotNull();
    }
    assertThat(new ControlClient(state).ask("health").exitCode()).isEqualTo(1);
  }

  @Test
  void nobody_there_is_an_exit_code_of_its_own() {
    assertThatThrownBy(() -> new ControlClient(state.resolve("other")).ask("health"))
        .isInstanceOfSatisfying(
            BootFailure.class,
            failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.NOT_RUNNING));
  }

  private SocketChannel connect() throws Exception {
    return SocketChannel.open(UnixDomainSocketAddress.of(StateFolder.controlSocket(state)));
  }
}
