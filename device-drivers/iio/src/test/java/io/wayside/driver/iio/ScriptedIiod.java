// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An iiod for one client that answers by script. */
final class ScriptedIiod implements AutoCloseable {

  final Map<String, String> answers = new HashMap<>();
  final List<String> commands = new ArrayList<>();
  private final BlockingQueue<byte[]> samples = new LinkedBlockingQueue<>();
  private final int port;
  private volatile ServerSocket server;
  private volatile Socket client;
  private volatile boolean open;
  private volatile String mask = "";
  private volatile int pieceBytes = Integer.MAX_VALUE;

  ScriptedIiod(String xml) throws IOException {
    answers.put("VERSION", "0.25.b6028fd\n");
    answers.put("PRINT", xml.length() + "\n" + xml + "\n");
    server = new ServerSocket(0, 4, InetAddress.getLoopbackAddress());
    port = server.getLocalPort();
    serve(server);
  }

  String address() {
    return "tcp://127.0.0.1:" + port;
  }

  boolean isOpen() {
    return open;
  }

  void sendMask(String sent) {
    mask = sent;
  }

  void sendPieces(int bytes) {
    pieceBytes = bytes;
  }

  /** A block; lost when nobody has opened the buffer. */
  void sample(byte[] block) {
    if (open) {
      samples.add(block);
    }
  }

  synchronized List<String> commands() {
    return List.copyOf(commands);
  }

  void restore() {
    try {
      server = new ServerSocket(port, 4, InetAddress.getLoopbackAddress());
      serve(server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve(ServerSocket listening) {
    Thread thread =
        new Thread(
            () -> {
              while (!listening.isClosed()) {
                try (Socket socket = listening.accept()) {
                  socket.setTcpNoDelay(true);
                  client = socket;
                  converse(socket);
                } catch (IOException gone) {
                  open = false;
                } finally {
                  open = false;
                  samples.clear();
                }
              }
            },
            "iiod");
    thread.setDaemon(true);
    thread.start();
  }

  private void converse(Socket socket) throws IOException {
    InputStream in = new BufferedInputStream(socket.getInputStream());
    OutputStream out = socket.getOutputStream();
    for (String line = line(in); line != null; line = line(in)) {
      synchronized (this) {
        commands.add(line);
      }
      String[] words = line.split(" ", -1);
      if (words[0].equals("WRITE")) {
        in.readNBytes(Integer.parseInt(words[words.length - 1]));
      }
      if (words[0].equals("READBUF") && open) {
        readBuffer(Integer.parseInt(words[2]), out);
      } else {
        out.write(answer(line, words).getBytes(StandardCharsets.US_ASCII));
        open |= words[0].equals("OPEN") && answer(line, words).equals("0\n");
      }
    }
  }

  private String answer(String line, String[] words) {
    if (words[0].equals("OPEN") && mask.isEmpty()) {
      mask = words[3];
    }
    String scripted = answers.getOrDefault(line, answers.get(words[0]));
    return scripted != null
        ? scripted
        : switch (words[0]) {
          case "TIMEOUT", "OPEN" -> "0\n";
          case "WRITE" -> words[words.length - 1] + "\n";
          default -> "-22\n";
        };
  }

  private void readBuffer(int length, OutputStream out) throws IOException {
    byte[] block;
    try {
      do {
        block = samples.poll(50, TimeUnit.MILLISECONDS);
      } while (block == null && !client.isClosed());
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    if (block == null || block.length != length) {
      throw new IOException("asked for " + length);
    }
    for (int at = 0; at < length; at += pieceBytes) {
      int piece = Math.min(pieceBytes, length - at);
      String head = piece + "\n" + (at == 0 ? mask + "\n" : "");
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.write(block, at, piece);
      if (pieceBytes > length) {
        break;
      }
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (next == '\n') {
        return line.toString().strip();
      }
      line.append((char) next);
    }
    return null;
  }

  void cut() {
    try {
      server.close();
      Socket connected = client;
      if (connected != null) {
        connected.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    cut();
  }
}
