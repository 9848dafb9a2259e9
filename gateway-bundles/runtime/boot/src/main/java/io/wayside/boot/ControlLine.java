// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * The control protocol in UTF-8: the request is one line, the answer is a line with the exit code
 * for the caller and then lines for the person, up to the end of the connection.
 */
final class ControlLine {

  /** Longest request; a command with its arguments is a few hundred bytes. */
  static final int LONGEST_BYTES = 64 << 10;

  /** Who opens a connection asks at once; others would keep the next one waiting. */
  private static final long PATIENCE_MS = 2000;

  /** What is answered to a request. */
  record Answer(ExitCode exitCode, String text) {}

  private ControlLine() {}

  /** The request, without its line end; empty when the other side left without one. */
  static String readRequest(SocketChannel connection) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    ByteBuffer buffer = ByteBuffer.allocate(4096);
    long deadline = System.nanoTime() + PATIENCE_MS * 1_000_000;
    connection.configureBlocking(false);
    try (Selector selector = Selector.open()) {
      connection.register(selector, SelectionKey.OP_READ);
      while (line.size() < LONGEST_BYTES) {
        long leftMs = (deadline - System.nanoTime()) / 1_000_000;
        if (leftMs <= 0 || selector.select(leftMs) == 0) {
          throw new SocketTimeoutException("no request within " + PATIENCE_MS + " ms");
        }
        selector.selectedKeys().clear();
        if (connection.read(buffer.clear()) < 0) {
          return "";
        }
        for (buffer.flip(); buffer.hasRemaining(); ) {
          byte next = buffer.get();
          if (next == '\n') {
            return line.toString(StandardCharsets.UTF_8);
          }
          line.write(next);
        }
      }
    } finally {
      block(connection);
    }
    throw new IOException("a request of more than " + LONGEST_BYTES + " bytes");
  }

  private static void block(SocketChannel connection) throws IOException {
    try {
      connection.configureBlocking(true);
    } catch (ClosedChannelException left) {
      throw new IOException("the other side left", left);
    }
  }

  static void write(SocketChannel connection, Answer answer) throws IOException {
    String text = answer.exitCode().number() + "\n" + answer.text() + "\n";
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      connection.write(bytes);
    }
  }
}
