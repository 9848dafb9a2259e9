// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.llrp;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client's connection: what is said to it goes through a bounded queue and a thread of its own,
 * so that a client that does not read holds up nobody.
 */
final class Session {

  private static final Logger log = LoggerFactory.getLogger(Session.class);
  private static final byte[] END = {};
  private static final int PLACES = 2000;
  private static final int MOST_JOINED = 16;
  private static final long JOIN_MS = 50;
  private static final long PATIENCE_MS = 1000;

  private final Socket socket;
  private final ReaderFaults faults;
  private final BlockingQueue<byte[]> queue = new ArrayBlockingQueue<>(PLACES + 1);
  private final Thread writer;

  Session(Socket socket, ReaderFaults faults) {
    this.socket = socket;
    this.faults = faults;
    this.writer = new Thread(this::write, "llrp-writer");
    writer.setDaemon(true);
    writer.start();
  }

  /** False when the client does not take what it is sent. */
  boolean offer(byte[] message) {
    return queue.size() < PLACES && queue.offer(message);
  }

  /** Sends what is in the queue, then hangs up. */
  void finish() {
    if (!queue.offer(END)) {
      hangUp();
    }
  }

  /** Hangs up now. */
  void hangUp() {
    try {
      socket.close();
    } catch (IOException e) {
      log.debug("closing a connection failed; it is given up: {}", e.toString());
    }
    writer.interrupt();
  }

  /** Returns when all is sent, or after a second. */
  void awaitEnd() {
    try {
      writer.join(PATIENCE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write() {
    try (socket) {
      OutputStream out = socket.getOutputStream();
      for (byte[] message = queue.take(); message != END; ) {
        byte[] next = null;
        switch (faults.delivery()) {
          case WHOLE -> out.write(message);
          case BYTE_BY_BYTE -> {
            for (byte b : message) {
              out.write(b);
            }
          }
          case JOINED -> next = join(message, out);
        }
        message = next == null ? queue.take() : next;
      }
    } catch (IOException e) {
      log.debug("a client has gone: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Gives the end back if it was among the messages, else null. */
  private byte @Nullable [] join(byte[] first, OutputStream out)
      throws IOException, InterruptedException {
    Octets together = new Octets().raw(first);
    for (int i = 1; i < MOST_JOINED; i++) {
      byte[] more = queue.poll(JOIN_MS, TimeUnit.MILLISECONDS);
      if (more == null) {
        break;
      }
      if (more == END) {
        out.write(together.bytes());
        return END;
      }
      together.raw(more);
    }
    out.write(together.bytes());
    return null;
  }
}
