// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.llrp;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A client that knows headers and bytes, and the frames that the standard's readers were shown. */
final class TinyClient implements AutoCloseable {

  static final String CAPABILITIES = "04010000000b0000000100";
  static final String CONFIG =
      "040300000041000000020000f4002000f5000700018000f5000700028000f5000700048000f5000700088000dc000"
          + "9010000138800e100080001800000e2000580";
  static final String ADD_ROSPEC =
      "0414000000690000000300b1005f00000001000000b2001200b300050100b60009000000000000b7003600010001"
          + "00b80009000000000000ba002500010100de001e0000014a001800014f000800000000015000"
          + "0b4000040000000000ed000d02000100ee000697c0";
  static final String ADD_ACCESSSPEC =
      "0428000000570000000400cf004d00000001000001000000000000d0000700000000d100310152000f0153000b60"
          + "0020000000000155000f00010000000080000000060155000f000200000000c00000000400ef000500";
  static final String ENABLE_ROSPEC = "04180000000e0000000600000001";
  static final String ENABLE_ACCESSSPEC = "042a0000000e0000000500000001";
  static final String ENABLE_EVENTS_AND_REPORTS = "04400000000a00000007";

  private final Socket socket;
  private final DataInputStream in;

  TinyClient(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(10_000);
    socket.setTcpNoDelay(true);
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
  }

  /** One that has been let in. */
  static TinyClient in(LlrpReader reader) throws IOException {
    TinyClient client = new TinyClient(reader.port());
    Frame first = client.next();
    if (status256(first) != 0) {
      throw new IOException("not let in: " + first);
    }
    return client;
  }

  /** Status of a ConnectionAttemptEvent, or -1 when the message is none. */
  static int status256(Frame frame) {
    String hex = HexFormat.of().formatHex(frame.body());
    int at = hex.indexOf("01000006");
    return frame.type() == 63 && at > 0 ? Integer.parseInt(hex.substring(at + 8, at + 12), 16) : -1;
  }

  void say(String hex) throws IOException {
    socket.getOutputStream().write(HexFormat.of().parseHex(hex));
  }

  void say(int version, int type, long id, String body) throws IOException {
    socket
        .getOutputStream()
        .write(new Frame(version, type, id, HexFormat.of().parseHex(body)).bytes());
  }

  /** Says something and gives the next message. */
  Frame ask(String hex) throws IOException {
    say(hex);
    return next();
  }

  Frame ask(int version, int type, String body) throws IOException {
    say(version, type, 77, body);
    return next();
  }

  /** All that a reader is set up with; the answers must be good. */
  void setUp(String... commands) throws IOException {
    for (String command : commands) {
      Frame answer = ask(command);
      while (answer.type() == 63) {
        answer = next();
      }
      if (code(answer) != 0) {
        throw new IOException(answer.toString());
      }
    }
  }

  /** Code of the LLRPStatus with which the body begins. */
  static int code(Frame answer) {
    ByteBuffer body = ByteBuffer.wrap(answer.body());
    return body.getShort() == 287 ? body.getShort(4) : -1;
  }

  static String hex(Frame frame) {
    return HexFormat.of().formatHex(frame.body());
  }

  Frame next() throws IOException {
    return Frame.read(in).orElseThrow(() -> new IOException("hung up"));
  }

  /** The next message of a type; others before it are passed over. */
  Frame next(int type) throws IOException {
    Frame frame = next();
    while (frame.type() != type) {
      frame = next();
    }
    return frame;
  }

  /** All messages up to the end of the connection. */
  List<Frame> untilEnd() throws IOException {
    List<Frame> all = new ArrayList<>();
    for (var frame = Frame.read(in); frame.isPresent(); frame = Frame.read(in)) {
      all.add(frame.get());
    }
    return all;
  }

  byte[] rawUntilEnd() throws IOException {
    return in.readAllBytes();
  }

  /** Nothing comes within the time. */
  boolean silentFor(int millis) throws IOException {
    socket.setSoTimeout(millis);
    try {
      return in.read() < 0;
    } catch (SocketTimeoutException e) {
      return true;
    } finally {
      socket.setSoTimeout(10_000);
    }
  }

  int available() throws IOException {
    return in.available();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
