// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.iiod;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** A client that knows no more of the protocol than lines and counted bytes. */
final class RawClient implements AutoCloseable {

  private final Socket socket;
  private final DataInputStream in;

  RawClient(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(10_000);
    in = new DataInputStream(socket.getInputStream());
  }

  void say(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(US_ASCII));
  }

  String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new IOException("hung up after '" + line + "'");
      }
      line.append((char) b);
    }
    return line.toString();
  }

  /** Says a line and gives the one that comes back. */
  String ask(String command) throws IOException {
    say(command + "\r\n");
    return line();
  }

  byte[] bytes(int count) throws IOException {
    byte[] bytes = new byte[count];
    in.readFully(bytes);
    return bytes;
  }

  /** The value of an attribute as READ answers it: length, value, line feed. */
  String attribute(String command) throws IOException {
    int length = Integer.parseInt(ask(command));
    return length < 0 ? "" + length : new String(bytes(length + 1), US_ASCII);
  }

  /** All samples of one READBUF, which must come with the mask given. */
  byte[] buffer(String device, int wanted, String mask) throws IOException {
    say("READBUF " + device + " " + wanted + "\r\n");
    ByteArrayOutputStream samples = new ByteArrayOutputStream();
    while (samples.size() < wanted) {
      int length = Integer.parseInt(line());
      if (length <= 0) {
        break;
      }
      if (samples.size() == 0 && !line().equals(mask)) {
        throw new IOException("another mask");
      }
      samples.writeBytes(bytes(length));
    }
    return samples.toByteArray();
  }

  /** What is left until the other side hangs up. */
  byte[] rest() throws IOException {
    return in.readAllBytes();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
