// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll.office;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.wayside.core.data.GarbledData;
import io.wayside.tolling.book.exchange.ListHead;
import io.wayside.tolling.book.exchange.ListSigner;
import io.wayside.tolling.book.exchange.ListWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/**
 * The lists that a mock office gives out: {@code index.json} and the files that it names, with
 * entity tags and ranges. What is done to a request is said by whoever publishes.
 */
public final class PublishedLists {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String INDEX = "index.json";
  private static final int SLOW_PIECE_BYTES = 7;

  private final KeyPair own = pair();
  private final KeyPair strange = pair();
  private final ObjectNode index = JSON.createObjectNode().put("form", "wayside-feed/1");
  private final ArrayNode lists = index.putArray("lists");
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final Map<String, byte[]> forged = new LinkedHashMap<>();
  private final Map<String, byte[]> older = new LinkedHashMap<>();
  private final Map<FeedMischief, Integer> done = new EnumMap<>(FeedMischief.class);
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Function<String, FeedMischief> mischief = name -> FeedMischief.NONE;
  private byte[] indexBefore = write();
  private byte[] indexNow = indexBefore;
  private long sent;
  private long unchanged;
  private long ranges;

  private static KeyPair pair() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has Ed25519", absent);
    }
  }

  /** What its issuers sign with, as the key {@code main}. */
  public KeyPair keys() {
    return own;
  }

  /** Asked before each request, with the name of the file that is asked for. */
  public void mischief(Function<String, FeedMischief> of) {
    mischief = of;
  }

  /** Gives a list out beside those that are there. */
  public synchronized void publish(ListHead head, List<String> lines) {
    String name =
        head.issuer()
            + "."
            + head.type().word()
            + "."
            + head.version()
            + (head.isDelta() ? ".delta" : "");
    List<byte[]> parts = make(head, lines, own);
    List<byte[]> wrong = make(head, lines, strange);
    ObjectNode list =
        lists
            .addObject()
            .put("issuer", head.issuer())
            .put("list", head.type().word())
            .put("version", head.version());
    head.base().ifPresent(base -> list.put("base", base));
    ArrayNode named = list.putArray("files");
    for (int part = 1; part <= parts.size(); part++) {
      String file = name + "." + part;
      byte[] bytes = parts.get(part - 1);
      older.put(file, files.isEmpty() ? bytes : files.values().iterator().next());
      files.put(file, bytes);
      forged.put(file, wrong.get(part - 1));
      named.addObject().put("name", file).put("bytes", bytes.length);
    }
    indexBefore = indexNow;
    indexNow = write();
  }

  private static List<byte[]> make(ListHead head, List<String> lines, KeyPair pair) {
    List<ByteArrayOutputStream> parts = new ArrayList<>();
    try {
      new ListWriter(
              new ListSigner("main", pair.getPrivate()),
              part -> {
                parts.add(new ByteArrayOutputStream());
                return parts.get(part - 1);
              })
          .write(head, lines.stream().map(line -> line.getBytes(StandardCharsets.UTF_8)).toList());
    } catch (IOException | GarbledData impossible) {
      throw new IllegalStateException("the rig's own list is damaged", impossible);
    }
    return parts.stream().map(ByteArrayOutputStream::toByteArray).toList();
  }

  private byte[] write() {
    try {
      return JSON.writeValueAsBytes(index);
    } catch (IOException impossible) {
      throw new IllegalStateException("the rig's own index cannot be written", impossible);
    }
  }

  /** Bytes of files that were sent altogether. */
  public synchronized long sent() {
    return sent;
  }

  /** How often the index was asked for and had not changed. */
  public synchronized long unchanged() {
    return unchanged;
  }

  /** How often the rest of a file was given. */
  public synchronized long ranges() {
    return ranges;
  }

  /** How often each mischief was done. */
  public synchronized Map<FeedMischief, Integer> done() {
    return Collections.unmodifiableMap(new EnumMap<>(done));
  }

  void close() {
    closed.countDown();
  }

  void handle(String name, HttpExchange exchange) throws IOException {
    FeedMischief now = mischief.apply(name);
    synchronized (this) {
      done.merge(now, 1, Integer::sum);
    }
    switch (now) {
      case REFUSE -> {
        exchange.getResponseHeaders().set("Retry-After", "1");
        exchange.sendResponseHeaders(503, -1);
      }
      case SILENT -> {
        return; // closed without a word
      }
      default -> {
        if (name.equals(INDEX)) {
          giveIndex(now, exchange);
        } else {
          giveFile(name, now, exchange);
        }
      }
    }
  }

  private void giveIndex(FeedMischief now, HttpExchange exchange) throws IOException {
    byte[] bytes;
    synchronized (this) {
      bytes =
          switch (now) {
            case OLD_INDEX -> indexBefore;
            case GARBLED_INDEX -> Arrays.copyOf(indexNow, indexNow.length / 2);
            default -> indexNow;
          };
    }
    String tag = tag(bytes);
    exchange.getResponseHeaders().set("ETag", tag);
    if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      synchronized (this) {
        unchanged++;
      }
      exchange.sendResponseHeaders(304, -1);
      return;
    }
    send(exchange, 200, bytes, now);
  }

  private void giveFile(String name, FeedMischief now, HttpExchange exchange) throws IOException {
    if (!isThere(name)) {
      exchange.sendResponseHeaders(404, -1);
      return;
    }
    byte[] whole = content(name, now);
    String tag = tag(whole);
    exchange.getResponseHeaders().set("ETag", tag);
    String range = exchange.getRequestHeaders().getFirst("Range");
    boolean same = tag.equals(exchange.getRequestHeaders().getFirst("If-Range"));
    if (range == null || !same || now == FeedMischief.WHOLE) {
      send(exchange, 200, whole, now);
      return;
    }
    int from = Integer.parseInt(range.replaceAll("bytes=([0-9]+)-", "$1"));
    int given = now == FeedMischief.OTHER_RANGE ? from / 2 : from;
    exchange
        .getResponseHeaders()
        .set("Content-Range", "bytes " + given + "-" + (whole.length - 1) + "/" + whole.length);
    synchronized (this) {
      ranges++;
    }
    send(exchange, 206, Arrays.copyOfRange(whole, given, whole.length), now);
  }

  private synchronized boolean isThere(String name) {
    return files.containsKey(name);
  }

  private synchronized byte[] content(String name, FeedMischief now) {
    byte[] right = files.getOrDefault(name, new byte[0]);
    return switch (now) {
      case FORGED -> forged.getOrDefault(name, right);
      case OLDER -> older.getOrDefault(name, right);
      case SHORTER -> Arrays.copyOf(right, right.length - 1);
      case LONGER -> Arrays.copyOf(right, right.length + 5);
      case DAMAGED -> damaged(right);
      default -> right;
    };
  }

  private static byte[] damaged(byte[] whole) {
    byte[] other = whole.clone();
    other[whole.length / 2] ^= 1;
    return other;
  }

  private void send(HttpExchange exchange, int status, byte[] bytes, FeedMischief now)
      throws IOException {
    // Without a length the one who asked cannot tell by it that there is too much.
    exchange.sendResponseHeaders(status, now == FeedMischief.LONGER ? 0 : bytes.length);
    OutputStream out = exchange.getResponseBody();
    boolean half = now == FeedMischief.CUT || now == FeedMischief.STALL;
    int most = half ? bytes.length / 2 : bytes.length;
    int step = now == FeedMischief.SLOW ? SLOW_PIECE_BYTES : Math.max(1, most);
    for (int at = 0; at < most; at += step) {
      out.write(bytes, at, Math.min(step, most - at));
      out.flush();
    }
    synchronized (this) {
      sent += most;
    }
    if (now == FeedMischief.STALL) {
      try {
        closed.await();
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** By content. */
  private static String tag(byte[] bytes) {
    return "\"" + Arrays.hashCode(bytes) + "-" + bytes.length + "\"";
  }
}
