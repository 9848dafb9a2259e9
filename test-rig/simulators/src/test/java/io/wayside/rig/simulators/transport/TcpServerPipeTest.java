// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.rig.simulators.Soon;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class TcpServerPipeTest extends BytePipeContract {

  @Override
  protected BytePipe newPipe() {
    return new TcpServerPipe(0);
  }

  private Socket call() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), ((TcpServerPipe) pipe).port());
  }

  @Override
  protected OtherEnd connect() throws Exception {
    Socket socket = call();
    return new StreamEnd(socket.getInputStream(), socket.getOutputStream(), socket);
  }

  @Override
  protected OtherEnd connectWithoutReading() throws Exception {
    return new SilentEnd(call());
  }

  @Test
  void aNewerConnectionReplacesTheOlder() throws Exception {
    try (OtherEnd older = connect()) {
      Soon.until("the older is seen", pipe::attached);
      try (OtherEnd newer = connect()) {
        Soon.until(
            "the newer gets a byte",
            () -> {
              pipe.write(new byte[] {1});
              return newer.received().length > 0;
            });
        Soon.until("the older is hung up", older::hungUp);
      }
    }
  }

  @Test
  void namesThePortThatIsTaken() {
    int taken = ((TcpServerPipe) pipe).port();
    try (TcpServerPipe second = new TcpServerPipe(taken)) {
      assertThatThrownBy(second::open)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("TCP port " + taken);
      assertThat(second.attached()).isFalse();
    }
  }
}
