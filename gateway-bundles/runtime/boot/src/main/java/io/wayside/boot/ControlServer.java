// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers requests on a Unix domain socket that only the gateway's own user may open; the gateway
 * opens no network port for its control. One request a connection, one connection at a time: see
 * {@link ControlLine} for the protocol.
 */
final class ControlServer implements AutoCloseable {

  /** A request, and what is answered. */
  interface Requests {
    ControlLine.Answer answer(String request) throws InterruptedException;
  }

  private static final Logger log = LoggerFactory.getLogger(ControlServer.class);

  private final Path socket;
  private final ServerSocketChannel server;
  private final Requests requests;

  private ControlServer(Path socket, ServerSocketChannel server, Requests requests) {
    this.socket = socket;
    this.server = server;
    this.requests = requests;
  }

  static ControlServer open(Path socket, Requests requests) throws BootFailure {
    try {
      Files.deleteIfExists(socket);
      ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      server.bind(UnixDomainSocketAddress.of(socket));
      Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
      ControlServer control = new ControlServer(socket, server, requests);
      Thread thread = new Thread(control::serve, "wayside-control");
      thread.setDaemon(true);
      thread.start();
      return control;
    } catch (IOException refused) {
      throw new BootFailure(
          ExitCode.STATE_UNUSABLE,
          "wayside-gateway: the control socket "
              + socket
              + " cannot be opened ("
              + refused.getMessage()
              + ") \u2014 name a state folder with a path of at most 80 bytes on a local disk",
          refused);
    }
  }

  private void serve() {
    while (server.isOpen()) {
      try (SocketChannel connection = server.accept()) {
        String request = ControlLine.readRequest(connection);
        if (!request.isEmpty()) {
          ControlLine.write(connection, requests.answer(request));
        }
      } catch (ClosedChannelException closed) {
        log.debug("control socket closed");
      } catch (IOException lost) {
        log.warn("a control connection was lost: {}", lost.getMessage());
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    Files.deleteIfExists(socket);
  }
}
