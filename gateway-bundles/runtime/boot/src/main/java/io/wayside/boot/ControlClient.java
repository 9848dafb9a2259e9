// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Asks the gateway that runs on a state folder. */
final class ControlClient {

  private final Path socket;

  ControlClient(Path state) {
    this.socket = StateFolder.controlSocket(state);
  }

  /** What a gateway answered: the exit code to leave with, and lines for the person. */
  record Answer(int exitCode, String text) {}

  Answer ask(String request) throws BootFailure {
    try (SocketChannel connection = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      ByteBuffer line = ByteBuffer.wrap((request + "\n").getBytes(StandardCharsets.UTF_8));
      while (line.hasRemaining()) {
        connection.write(line);
      }
      byte[] all = Channels.newInputStream(connection).readAllBytes();
      return parse(new String(all, StandardCharsets.UTF_8));
    } catch (IOException nobody) {
      throw new BootFailure(
          ExitCode.NOT_RUNNING,
          "wayside-gateway: no gateway answers at %s (%s) \u2014 start it, or name its folder with --state FOLDER"
              .formatted(socket, nobody.getMessage()),
          nobody);
    }
  }

  private static Answer parse(String text) throws IOException {
    int end = text.indexOf('\n');
    if (end < 1) {
      throw new IOException("it closed the connection");
    }
    return new Answer(
        Integer.parseInt(text.substring(0, end)), text.substring(end + 1).stripTrailing());
  }
}
