// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.transports;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;

/**
 * Says to one client packet after another what it was given, whatever the client says; a SUBACK
 * gets the identifier it answers.
 */
public final class ScriptedBroker implements AutoCloseable {

  private final ServerSocket server;
  private final List<byte[]> answers;

  public ScriptedBroker(byte[]... answers) throws IOException {
    this.answers = List.of(answers);
    this.server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "scripted-broker");
    thread.setDaemon(true);
    thread.start();
  }

  public String address() {
    return "tcp://127.0.0.1:" + server.getLocalPort();
  }

  private void serve() {
    try (Socket client = server.accept()) {
      DataInputStream in = new DataInputStream(client.getInputStream());
      for (byte[] answer : answers) {
        byte[] packet = packet(in);
        client.getOutputStream().write(isSubAck(answer) ? withId(answer, packet) : answer);
        client.getOutputStream().flush();
      }
      while (in.read() >= 0) {
        // until the client goes
      }
    } catch (IOException ended) {
      // the client or the test ended it
    }
  }

  private static boolean isSubAck(byte[] answer) {
    return answer[0] == (byte) 0x90;
  }

  /** A SUBACK for the packet identifier with which a SUBSCRIBE begins. */
  private static byte[] withId(byte[] subAck, byte[] subscribe) {
    byte[] answer = subAck.clone();
    answer[2] = subscribe[0];
    answer[3] = subscribe[1];
    return answer;
  }

  /** What follows the type byte and the remaining length in groups of seven bits. */
  private static byte[] packet(DataInputStream in) throws IOException {
    in.readByte();
    int length = 0;
    int shift = 0;
    int group;
    do {
      group = in.readUnsignedByte();
      length |= (group & 0x7F) << shift;
      shift += 7;
    } while ((group & 0x80) != 0);
    byte[] content = new byte[length];
    in.readFully(content);
    return content;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
