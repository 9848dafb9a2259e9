// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.record.Names;
import io.wayside.rig.central.store.Store;
import io.wayside.rig.central.store.StoreFailed;
import io.wayside.rig.central.store.StoredRecord;
import io.wayside.rig.central.store.StreamKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers every request; reading only. */
final class Answers implements HttpHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
  private static final String JSON = "application/json; charset=utf-8";
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final int LATEST = 40;
  private static final int MOST_RECORDS = 1_000;
  private static final String[] WEIGHINGS = {"weighing/1", "weighing-in-motion/1"};
  private static final String HEALTH = "gateway-status/1";

  private final Store store;
  private final Supplier<Situation> situation;
  private final Feed feed;
  private final Resources resources;

  Answers(Store store, Supplier<Situation> situation, Feed feed, Resources resources) {
    this.store = store;
    this.situation = situation;
    this.feed = feed;
    this.resources = resources;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Cache-Control", "no-cache");
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'self'");
    exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
    if (!Set.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
      exchange.getResponseHeaders().set("Allow", "GET, HEAD");
      send(exchange, 405, TEXT, "only GET is answered here\n");
      return;
    }
    try {
      answer(exchange, exchange.getRequestURI().getPath());
    } catch (Query.Wrong wrong) {
      send(exchange, 400, JSON, error(String.valueOf(wrong.getMessage())));
    } catch (StoreFailed failed) {
      LOG.error("a request could not be answered", failed);
      send(exchange, 500, JSON, error(String.valueOf(failed.getMessage())));
    }
  }

  private void answer(HttpExchange exchange, String path)
      throws IOException, StoreFailed, Query.Wrong {
    switch (path) {
      case "/events" -> events(exchange);
      case "/api/status" -> send(exchange, 200, JSON, RecordJson.of(situation.get(), ""));
      case "/api/records" -> send(exchange, 200, JSON, records(exchange));
      case "/healthz" -> healthz(exchange);
      default -> file(exchange, path);
    }
  }

  private void events(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("HEAD")) {
      send(exchange, 200, "text/event-stream; charset=utf-8", "");
    } else if (!feed.admit(exchange, this::hello, () -> RecordJson.of(situation.get(), ""))) {
      exchange.getResponseHeaders().set("Retry-After", "30");
      send(exchange, 503, TEXT, "there are " + Feed.MOST_VIEWERS + " viewers already\n");
    }
  }

  /**
   * The situation and the latest records, of some kinds apart: these show however rare they are.
   */
  private String hello() {
    try {
      return RecordJson.of(
          situation.get(),
          ",\"weighings\":"
              + RecordJson.of(store.latest(LATEST, WEIGHINGS))
              + ",\"health\":"
              + RecordJson.of(store.latest(LATEST, HEALTH))
              + ",\"records\":"
              + RecordJson.of(store.latest(LATEST)));
    } catch (StoreFailed failed) {
      LOG.error("a page opens without its records", failed);
      return RecordJson.of(situation.get(), ",\"weighings\":[],\"health\":[],\"records\":[]");
    }
  }

  /** Of one stream in order of number, or of all in order of arrival. */
  private String records(HttpExchange exchange) throws StoreFailed, Query.Wrong {
    Query query =
        new Query(exchange.getRequestURI(), Set.of("gateway", "stream", "after", "limit"));
    int limit = (int) query.number("limit", 1, MOST_RECORDS, 100);
    long after = query.number("after", 0, Long.MAX_VALUE, 0);
    String gateway = query.text("gateway");
    String stream = query.text("stream");
    if (gateway.isEmpty() != stream.isEmpty()) {
      throw new Query.Wrong("gateway and stream are given together or not at all");
    }
    List<StoredRecord> records;
    long next = after;
    if (gateway.isEmpty()) {
      records = store.arrivedAfter(after, limit);
      next = records.isEmpty() ? after : records.get(records.size() - 1).arrival();
    } else {
      records = store.ofStream(key(gateway, stream), after, limit);
      next = records.isEmpty() ? after : records.get(records.size() - 1).id().sequence();
    }
    return "{\"records\":" + RecordJson.of(records) + ",\"next\":" + next + "}";
  }

  private static StreamKey key(String gateway, String stream) throws Query.Wrong {
    try {
      return new StreamKey(Names.require("gateway", gateway), Names.require("stream", stream));
    } catch (IllegalArgumentException notAName) {
      throw new Query.Wrong(String.valueOf(notAName.getMessage()));
    }
  }

  private void healthz(HttpExchange exchange) throws IOException {
    Situation now = situation.get();
    if (now.working()) {
      send(exchange, 200, TEXT, "ok\n");
    } else {
      String reason = now.trouble().isEmpty() ? "not connected to " + now.broker() : now.trouble();
      send(exchange, 503, TEXT, reason + "\n");
    }
  }

  private void file(HttpExchange exchange, String path) throws IOException {
    Optional<Resources.Resource> resource = resources.at(path);
    if (resource.isPresent()) {
      send(exchange, 200, resource.get().type(), resource.get().content());
    } else {
      send(exchange, 404, TEXT, "there is nothing at this address\n");
    }
  }

  private static String error(String message) {
    return Json.write(Value.Fields.with("error", message).build());
  }

  private static void send(HttpExchange exchange, int status, String type, String content)
      throws IOException {
    send(exchange, status, type, content.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] content)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head || content.length == 0 ? -1 : content.length);
    if (!head && content.length > 0) {
      exchange.getResponseBody().write(content);
    }
    exchange.close();
  }
}
