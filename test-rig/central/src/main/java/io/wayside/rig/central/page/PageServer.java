// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.page;

import com.sun.net.httpserver.HttpServer;
import io.wayside.rig.central.store.Store;
import io.wayside.rig.central.store.StoredRecord;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Serves the page and its events on one port. */
public final class PageServer implements AutoCloseable {

  static {
    // Read once by the server: else each answer waits 40 ms until its head was acknowledged.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private static final int THREADS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpServer server;
  private final Feed feed;
  private final ExecutorService threads;

  private PageServer(HttpServer server, Feed feed) {
    this.server = server;
    this.feed = feed;
    this.threads =
        Executors.newFixedThreadPool(
            THREADS,
            run -> {
              Thread thread = new Thread(run, "central-page");
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(threads);
  }

  /** Takes the port; answers nothing before it is started. */
  public static PageServer bind(InetSocketAddress address) throws PortTaken {
    return bind(address, PATIENCE);
  }

  static PageServer bind(InetSocketAddress address, Duration patience) throws PortTaken {
    try {
      return new PageServer(HttpServer.create(address, 0), new Feed(patience));
    } catch (IOException refused) {
      throw new PortTaken(
          "the page cannot be served on "
              + address.getHostString()
              + " port "
              + address.getPort()
              + " ("
              + refused.getMessage()
              + "); end the program that uses it or choose another port with --page-port",
          refused);
    }
  }

  public void start(Store store, Supplier<Situation> situation) {
    server.createContext("/", new Answers(store, situation, feed, new Resources()));
    server.start();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** A record is on stable storage. */
  public void stored(StoredRecord record) {
    feed.stored(record);
  }

  /** Something else than a new record changed. */
  public void changed() {
    feed.changed();
  }

  int viewers() {
    return feed.viewers();
  }

  @Override
  public void close() {
    feed.close();
    server.stop(0);
    threads.shutdownNow();
  }
}
