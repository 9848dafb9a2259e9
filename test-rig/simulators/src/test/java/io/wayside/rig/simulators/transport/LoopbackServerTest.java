// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.rig.simulators.Soon;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LoopbackServerTest {

  private static LoopbackServer echo(int places) throws IOException {
    return new LoopbackServer(
        "echo", 0, places, client -> client.getInputStream().transferTo(client.getOutputStream()));
  }

  private static Socket call(LoopbackServer server) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), server.port());
  }

  private static int echoed(Socket socket) throws IOException {
    socket.getOutputStream().write(7);
    return socket.getInputStream().read();
  }

  @Test
  void servesAsManyAsItHasPlacesFor() throws Exception {
    try (LoopbackServer server = echo(2);
        Socket first = call(server);
        Socket second = call(server)) {
      assertThat(echoed(first)).isEqualTo(7);
      assertThat(echoed(second)).isEqualTo(7);
      try (Socket third = call(server)) {
        assertThat(third.getInputStream().read()).isEqualTo(-1);
      }
      first.shutdownOutput();
      Soon.until("its place is free", () -> server.connected() == 1);
      try (Socket fourth = call(server)) {
        assertThat(echoed(fourth)).isEqualTo(7);
      }
    }
  }

  @Test
  void hangsUpOnAllAndLetsThemCallAgain() throws Exception {
    try (LoopbackServer server = echo(4)) {
      try (Socket client = call(server)) {
        echoed(client);
        server.hangUp();
        assertThat(client.getInputStream().read()).isEqualTo(-1);
      }
      try (Socket client = call(server)) {
        assertThat(echoed(client)).isEqualTo(7);
      }
    }
  }

  @Test
  void closedItListensNoMore() throws Exception {
    LoopbackServer server = echo(1);
    int port = server.port();
    server.close();
    assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port))
        .isInstanceOf(ConnectException.class);
  }

  @Test
  void namesThePortThatIsTaken() throws Exception {
    try (LoopbackServer server = echo(1)) {
      assertThatThrownBy(() -> new LoopbackServer("second", server.port(), 1, client -> {}))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("TCP port " + server.port());
    }
  }
}
