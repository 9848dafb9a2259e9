// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.wayside.tolling.book.ListType;
import io.wayside.tolling.book.exchange.ListHead;
import io.wayside.tolling.book.store.TrialIssuer;
import io.wayside.tolling.passage.Vehicles;
import io.wayside.tolling.tag.TagNumber;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The station of lists fetches by itself, says when it cannot, and mends. */
class TollListsComponentTest {

  private static final long PATIENCE_NANOS = 60_000_000_000L;
  private static final TagNumber ANNA = new TagNumber("00a011111111111111111101", 96);

  @TempDir Path folder;
  private final TrialIssuer issuer = new TrialIssuer("alpha");
  private final Map<String, byte[]> given = new ConcurrentHashMap<>();
  private HttpServer server;
  private @Nullable TollListsComponent running;

  @BeforeEach
  void serve() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/lists/",
        exchange -> {
          try (exchange) {
            byte[] bytes =
                given.get(exchange.getRequestURI().getPath().substring("/lists/".length()));
            exchange.sendResponseHeaders(
                bytes == null ? 503 : 200, bytes == null ? -1 : bytes.length);
            if (bytes != null) {
              exchange.getResponseBody().write(bytes);
            }
          }
        });
    server.start();
    Files.writeString(
        folder.resolve("issuers.keys"),
        "alpha main "
            + Base64.getEncoder().encodeToString(issuer.pair().getPublic().getEncoded())
            + "\n");
  }

  @AfterEach
  void stop() throws Exception {
    server.stop(0);
    if (running != null) {
      running.stop();
    }
  }

  private TollListsComponent start() throws Exception {
    Map<String, Object> written = new HashMap<>();
    written.put("station_id", "lists");
    written.put("issuers", "issuers-example");
    written.put("keys", "issuers.keys");
    written.put("address", "http://127.0.0.1:" + server.getAddress().getPort() + "/lists");
    written.put("fetchEveryS", 1);
    written.put("firstRetryMs", 100);
    written.put("lastRetryS", 1);
    TollListsConfig config =
        (TollListsConfig)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {TollListsConfig.class},
                (proxy, method, arguments) ->
                    written.getOrDefault(method.getName(), method.getDefaultValue()));
    Path shipped = Path.of("../../config");
    running =
        new TollListsComponent(
            config,
            new SiteFiles(folder, shipped, folder.resolve("state")),
            new Vehicles.Time().at(TrialIssuer.AS_OF));
    return running;
  }

  private void publish(long version) throws Exception {
    ListHead head = TrialIssuer.full("alpha", ListType.BLOCKED, version, 1);
    byte[] bytes = issuer.make(head, TrialIssuer.lines(Map.of(ANNA, ""))).get(0).bytes();
    given.put("b" + version, bytes);
    given.put(
        "index.json",
        """
        {"form":"wayside-feed/1","lists":[{"issuer":"alpha","list":"blocked","version":%d,
         "files":[{"name":"b%d","bytes":%d}]}]}"""
            .formatted(version, version, bytes.length)
            .getBytes(StandardCharsets.UTF_8));
  }

  private static void until(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.call()) {
      assertThat(System.nanoTime() - end).as("it does not come").isNegative();
      LockSupport.parkNanos(1_000_000);
    }
  }

  private static long version(TollListsComponent lists) {
    return lists.inForce().stream().mapToLong(list -> list.version()).findFirst().orElse(0);
  }

  @Test
  void whatTheOfficePublishesIsInForceBeforeLong() throws Exception {
    publish(1);
    TollListsComponent lists = start();
    until(() -> version(lists) == 1);
    publish(2);
    until(() -> version(lists) == 2);
    assertThat(lists.health().code()).as("the document of issuers").isEqualTo("issuers-made-up");
  }

  @Test
  void whenNothingCanBeFetchedHealthSaysWhyUntilItCan() throws Exception {
    TollListsComponent lists = start();
    until(() -> lists.health().code().equals("lists-not-fetched"));
    assertThat(lists.health().message()).contains("index.json").contains("503");
    publish(3);
    until(() -> version(lists) == 3);
    until(() -> lists.health().code().equals("issuers-made-up"));
  }
}
