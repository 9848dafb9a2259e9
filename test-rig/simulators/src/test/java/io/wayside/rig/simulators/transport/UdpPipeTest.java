// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.simulators.Soon;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import org.junit.jupiter.api.Test;

class UdpPipeTest extends BytePipeContract {

  @Override
  protected BytePipe newPipe() {
    return new UdpPipe(0, null);
  }

  @Override
  protected boolean showsHangUp() {
    return false;
  }

  private InetSocketAddress device() {
    int port = Integer.parseInt(pipe.address().replaceAll(".*:", ""));
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  /** The device learns where its receiver is from an empty datagram. */
  @Override
  protected OtherEnd connect() throws Exception {
    DatagramEnd end = new DatagramEnd(new DatagramSocket(), device());
    end.send(new byte[0]);
    awaitHello();
    return end;
  }

  @Override
  protected OtherEnd connectWithoutReading() throws Exception {
    DatagramSocket socket = new DatagramSocket();
    socket.send(new DatagramPacket(new byte[0], 0, device()));
    awaitHello();
    return new SilentEnd(socket);
  }

  private void awaitHello() throws Exception {
    Soon.until(
        "the device knows its receiver",
        () -> {
          pipe.read();
          return pipe.attached();
        });
  }

  @Test
  void sendsToAFixedReceiverBeforeAnybodyHasSpoken() throws Exception {
    DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    InetSocketAddress receiver = (InetSocketAddress) socket.getLocalSocketAddress();
    try (UdpPipe fixed = new UdpPipe(0, receiver);
        DatagramEnd end = new DatagramEnd(socket, device())) {
      fixed.open();
      assertThat(fixed.write(new byte[] {1, 2, 3})).isEqualTo(3);
      Soon.until("a datagram arrives", () -> end.received().length == 3);
    }
  }

  private static final class DatagramEnd implements OtherEnd {
    private final DatagramSocket socket;
    private final InetSocketAddress device;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();

    DatagramEnd(DatagramSocket socket, InetSocketAddress device) {
      this.socket = socket;
      this.device = device;
      Thread reader = new Thread(this::readAll, "datagram-end");
      reader.setDaemon(true);
      reader.start();
    }

    private void readAll() {
      DatagramPacket packet = new DatagramPacket(new byte[2048], 2048);
      try {
        while (!socket.isClosed()) {
          packet.setLength(2048);
          socket.receive(packet);
          received.write(packet.getData(), 0, packet.getLength());
        }
      } catch (SocketException e) {
        assertThat(socket.isClosed()).isTrue();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    @Override
    public void send(byte[] bytes) throws IOException {
      socket.send(new DatagramPacket(bytes, bytes.length, device));
    }

    @Override
    public byte[] received() {
      return received.toByteArray();
    }

    @Override
    public boolean hungUp() {
      return false;
    }

    @Override
    public void close() {
      socket.close();
    }
  }
}
