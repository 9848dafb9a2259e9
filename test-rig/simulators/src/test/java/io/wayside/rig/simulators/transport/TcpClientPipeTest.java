// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.simulators.Soon;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TcpClientPipeTest extends BytePipeContract {

  private ServerSocket gateway;

  /** The gateway listens only while it wants the device to reach it. */
  @Override
  protected BytePipe newPipe() throws IOException {
    gateway = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    gateway.close();
    return new TcpClientPipe((InetSocketAddress) gateway.getLocalSocketAddress());
  }

  @AfterEach
  void closeGateway() throws IOException {
    gateway.close();
  }

  private Socket accept() throws IOException {
    InetSocketAddress address =
        new InetSocketAddress(
            InetAddress.getLoopbackAddress(),
            Integer.parseInt(pipe.address().replaceAll(".*:", "")));
    gateway = new ServerSocket();
    gateway.setReuseAddress(true);
    gateway.bind(address, 1);
    pipe.attached();
    Socket socket = gateway.accept();
    gateway.close();
    return socket;
  }

  @Override
  protected OtherEnd connect() throws Exception {
    Socket socket = accept();
    return new StreamEnd(socket.getInputStream(), socket.getOutputStream(), socket);
  }

  @Override
  protected OtherEnd connectWithoutReading() throws Exception {
    return new SilentEnd(accept());
  }

  @Test
  void callsAgainAfterTheGatewayHungUp() throws Exception {
    try (OtherEnd first = connect()) {
      Soon.until("connected", pipe::attached);
      first.send(new byte[] {1});
    }
    Soon.until(
        "the device notices",
        () -> {
          pipe.read();
          return !pipe.attached();
        });
    try (OtherEnd second = connect()) {
      Soon.until("connected again", pipe::attached);
      assertThat(pipe.write(new byte[] {7})).isOne();
      Soon.until("a byte arrives", () -> second.received().length == 1);
    }
  }
}
