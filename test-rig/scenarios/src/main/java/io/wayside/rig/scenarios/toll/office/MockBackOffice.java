// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll.office;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * A back office on the loopback: {@code /json/…} and {@code /xml/…}, each with its own parser, and
 * {@code /lists/…}. What is done to a request is said by whoever starts it.
 */
public final class MockBackOffice implements AutoCloseable {

  static {
    // Read once by the server: else each answer waits 40 ms until its head was acknowledged.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private static final int REFUSED = 503;
  private static final int ODD = 400;
  private static final String LISTS = "/lists/";

  /** A request that arrives later. */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  private record Late(Desk desk, String operation, byte[] request) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Account account = new Account();
  private final PublishedLists lists = new PublishedLists();
  private final Supplier<Mischief> mischief;
  private final Deque<Late> late = new ArrayDeque<>();
  private final Map<Mischief, Integer> done = new EnumMap<>(Mischief.class);

  /**
   * Opens at a free port of the loopback.
   *
   * @param mischief asked before each request, one after the other
   */
  public MockBackOffice(Supplier<Mischief> mischief) throws IOException {
    this.mischief = mischief;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    serve("/json/", new JsonDesk());
    serve("/xml/", new XmlDesk());
    server.createContext(
        LISTS,
        exchange -> {
          try (exchange) {
            lists.handle(exchange.getRequestURI().getPath().substring(LISTS.length()), exchange);
          }
        });
    server.setExecutor(threads);
    server.start();
  }

  private void serve(String path, Desk desk) {
    server.createContext(path, exchange -> handle(path, desk, exchange));
  }

  /** What is given out below {@code address("lists")}. */
  public PublishedLists lists() {
    return lists;
  }

  /** Address of a form, {@code json} or {@code xml}, or of the {@code lists}. */
  public URI address(String form) {
    InetSocketAddress bound = server.getAddress();
    return URI.create("http://" + bound.getHostString() + ":" + bound.getPort() + "/" + form + "/");
  }

  public Account account() {
    return account;
  }

  /** Requests of all kinds so far. */
  public synchronized long requests() {
    return done.values().stream().mapToLong(Integer::longValue).sum();
  }

  /** How often each mischief was done. */
  synchronized Map<Mischief, Integer> done() {
    return new EnumMap<>(done);
  }

  private void handle(String path, Desk desk, HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] request = exchange.getRequestBody().readAllBytes();
      String operation = exchange.getRequestURI().getPath().substring(path.length());
      byte[] answer = answered(desk, operation, request);
      if (answer.length == 0) {
        return; // closed without a word
      }
      boolean refused = answer.length == 1;
      exchange.sendResponseHeaders(refused ? REFUSED : 200, refused ? -1 : answer.length);
      if (!refused) {
        exchange.getResponseBody().write(answer);
      }
    }
  }

  /** Nothing for silence, one byte for a refusal. One request after the other. */
  private synchronized byte[] answered(Desk desk, String operation, byte[] request)
      throws IOException {
    Mischief now = mischief.get();
    done.merge(now, 1, Integer::sum);
    if (!late.isEmpty() && now == Mischief.NONE) {
      Late one = late.remove();
      one.desk().answer(one.operation(), one.request(), account);
    }
    return switch (now) {
      case REFUSE -> new byte[1];
      case LOSE_REQUEST -> new byte[0];
      case LOSE_ANSWER -> {
        desk.answer(operation, request, account);
        yield new byte[0];
      }
      case DELAY -> {
        late.add(new Late(desk, operation, request));
        yield new byte[0];
      }
      case DUPLICATE -> {
        desk.answer(operation, request, account);
        yield desk.answer(operation, request, account);
      }
      case GARBLE -> {
        desk.answer(operation, request, account);
        yield ("<{" + ODD).getBytes(StandardCharsets.UTF_8);
      }
      case NONE -> desk.answer(operation, request, account);
    };
  }

  @Override
  public void close() {
    lists.close();
    server.stop(0);
    threads.shutdownNow();
  }
}
