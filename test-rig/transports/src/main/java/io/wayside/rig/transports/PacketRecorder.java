// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.transports;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between clients and a broker and keeps every packet that clients send, in order. */
public final class PacketRecorder implements AutoCloseable {

  private final ServerSocket server;
  private final int brokerPort;
  private final List<Packet> packets = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final AtomicInteger clients = new AtomicInteger();

  public PacketRecorder(int brokerPort) throws IOException {
    this.brokerPort = brokerPort;
    this.server = new ServerSocket(0, 20, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  public String address() {
    return "tcp://127.0.0.1:" + server.getLocalPort();
  }

  /** All, as soon as everybody who came has gone: the last words may still be on their way. */
  public List<Packet> packets() {
    Eventually.so("all clients have gone", () -> clients.get() == 0);
    return List.copyOf(packets);
  }

  /** The first of one kind, as soon as it has come: who sends it does not wait for us. */
  public <P extends Packet> P first(Class<P> kind) {
    Eventually.so("a " + kind.getSimpleName(), () -> !packets(kind).isEmpty());
    return packets(kind).get(0);
  }

  /** Those of one kind so far. */
  public <P extends Packet> List<P> packets(Class<P> kind) {
    List<P> found = new ArrayList<>();
    packets.stream().filter(kind::isInstance).map(kind::cast).forEach(found::add);
    return found;
  }

  /** Breaks all connections without a word. */
  public void cut() throws IOException {
    for (Socket socket : open) {
      socket.close();
    }
    open.clear();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        open.add(client);
        Socket broker = new Socket(InetAddress.getLoopbackAddress(), brokerPort);
        open.add(broker);
        clients.incrementAndGet();
        start(() -> record(client, broker));
        start(() -> forward(broker, client));
      } catch (IOException closedOrNoBroker) {
        cutQuietly();
      }
    }
  }

  private void cutQuietly() {
    try {
      cut();
    } catch (IOException gone) {
      // there is nothing left to cut
    }
  }

  private void record(Socket client, Socket broker) {
    int version = 0;
    Map<Integer, String> aliases = new HashMap<>();
    try (client;
        broker) {
      DataInputStream in = new DataInputStream(client.getInputStream());
      OutputStream out = broker.getOutputStream();
      while (true) {
        int first = in.readUnsignedByte();
        byte[] length = new byte[4];
        int used = 0;
        int size = 0;
        do {
          length[used] = in.readByte();
          size |= (length[used] & 0x7f) << (7 * used);
        } while ((length[used++] & 0x80) != 0);
        byte[] content = new byte[size];
        in.readFully(content);
        Packet packet = Packet.read(first, content, version, aliases);
        if (packet instanceof Packet.Connect connect) {
          version = connect.version();
        }
        packets.add(packet);
        out.write(first);
        out.write(length, 0, used);
        out.write(content);
        out.flush();
      }
    } catch (IOException ended) {
      // one of the two has gone
    } finally {
      clients.decrementAndGet();
    }
  }

  private static void forward(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      in.transferTo(to.getOutputStream());
    } catch (IOException ended) {
      // one of the two has gone
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "packet-recorder");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
    cut();
  }
}
