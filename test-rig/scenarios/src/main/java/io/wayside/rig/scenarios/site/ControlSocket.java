// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.site;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Asks a running gateway on its control socket, as {@code wayside-gateway health} does but without
 * a process for each question.
 */
public final class ControlSocket {

  private final Path socket;

  /** Of the gateway that runs on this state folder. */
  public ControlSocket(Path state) {
    this.socket = state.resolve("run/control.sock");
  }

  /**
   * An answer.
   *
   * @param exitCode with which {@code wayside-gateway} would end
   * @param text what it would print
   */
  public record Answer(int exitCode, String text) {}

  /**
   * Asks once.
   *
   * @throws IOException when nobody answers
   */
  public Answer ask(String request) throws IOException {
    try (SocketChannel connection = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      ByteBuffer line = ByteBuffer.wrap((request + "\n").getBytes(StandardCharsets.UTF_8));
      while (line.hasRemaining()) {
        connection.write(line);
      }
      String all =
          new String(Channels.newInputStream(connection).readAllBytes(), StandardCharsets.UTF_8);
      int end = all.indexOf('\n');
      if (end < 1) {
        throw new IOException(socket + " gave no answer to " + request);
      }
      return new Answer(
          Integer.parseInt(all.substring(0, end)), all.substring(end + 1).stripTrailing());
    }
  }

  /** The health of all parts; empty while nobody answers or the gateway is still starting. */
  public Optional<HealthReport> health() {
    try {
      Value root = Json.read(ask("health").text()).root();
      return root instanceof Value.Fields fields
          ? Optional.of(new HealthReport(fields))
          : Optional.empty();
    } catch (IOException | GarbledData notYet) {
      return Optional.empty();
    }
  }
}
