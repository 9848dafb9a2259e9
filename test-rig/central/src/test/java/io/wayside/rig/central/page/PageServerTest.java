// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.rig.central.Eventually;
import io.wayside.rig.central.Samples;
import io.wayside.rig.central.intake.GatewayState;
import io.wayside.rig.central.store.GatewayKey;
import io.wayside.rig.central.store.GatewayKey.Trust;
import io.wayside.rig.central.store.JdbcStore;
import io.wayside.rig.central.store.Outcome;
import io.wayside.rig.central.store.StoreFailed;
import io.wayside.rig.central.store.StoredRecord;
import io.wayside.rig.central.store.StreamCount;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageServerTest {

  @TempDir Path folder;
  private JdbcStore store;
  private PageServer server;
  private volatile boolean connected = true;
  private volatile String trouble = "";
  private final List<StoredRecord> stored = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void start() throws Exception {
    store = JdbcStore.open(folder.resolve("central.db").toString());
    for (Outcome each : store.store(Samples.sound(Samples.chain("gw-1", "weighing.lane-1", 5)))) {
      stored.add(((Outcome.Stored) each).record());
    }
    server =
        PageServer.bind(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), Duration.ofMillis(400));
    GatewayState state = new GatewayState("gw-1", true, "0.1.0", "", "", Samples.NOON);
    server.start(
        store,
        () ->
            new Situation(
                "test",
                "tcp://b:1883",
                connected,
                trouble,
                List.of(state),
                counts(),
                List.of(),
                List.of(
                    new GatewayKey(
                        "gw-1", "661ba20f1b04729e", "00", Trust.STRANGE, Samples.NOON))));
  }

  private List<StreamCount> counts() {
    try {
      return store.counts();
    } catch (StoreFailed failed) {
      throw new IllegalStateException(failed);
    }
  }

  @AfterEach
  void stop() {
    server.close();
    store.close();
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(at(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private Value.Fields json(String path) throws Exception {
    return (Value.Fields) Json.read(get(path).body()).root();
  }

  private static List<Value> many(Value.Fields fields, String name) {
    return ((Value.Many) fields.get(name)).values();
  }

  @Test
  void servesThePageAndEveryFileItNames() throws Exception {
    HttpResponse<String> page = get("/");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Security-Policy")).contains("default-src 'self'");
    var named = java.util.regex.Pattern.compile("(?:src|href)=\"([^\"#]+)\"").matcher(page.body());
    int files = 0;
    while (named.find()) {
      assertThat(named.group(1)).doesNotContain("//");
      assertThat(get("/" + named.group(1)).statusCode()).as(named.group(1)).isEqualTo(200);
      files++;
    }
    assertThat(files).isGreaterThanOrEqualTo(4);
    for (String imported : List.of("/records.js", "/vehicle.js", "/motion.js", "/words.js")) {
      assertThat(get(imported).headers().firstValue("Content-Type").orElse(""))
          .startsWith("text/javascript");
    }
  }

  @Test
  void bothLanguagesHaveTheSameWords() throws Exception {
    String words = get("/words.js").body();
    String english = words.substring(words.indexOf("  en: {"), words.indexOf("  vi: {"));
    String vietnamese = words.substring(words.indexOf("  vi: {"), words.indexOf("const LOCALES"));
    assertThat(keys(english)).hasSizeGreaterThan(80).isEqualTo(keys(vietnamese));
  }

  private static List<String> keys(String source) {
    List<String> keys = new ArrayList<>();
    var key =
        java.util.regex.Pattern.compile(
                "(?:^|[{,]\\s*)'?([\\w-]+)'?: (?=['\\[{])", java.util.regex.Pattern.MULTILINE)
            .matcher(source);
    while (key.find()) {
      keys.add(key.group(1));
    }
    return keys.subList(1, keys.size());
  }

  @Test
  void tellsTheSituationAsJson() throws Exception {
    Value.Fields status = json("/api/status");
    assertThat(status.get("connected")).isEqualTo(new Value.Truth(true));
    Value.Fields stream = (Value.Fields) many(status, "streams").get(0);
    assertThat(stream.get("count")).isEqualTo(new Value.Whole(5));
    assertThat(stream.get("proven")).isEqualTo(new Value.Truth(true));
    assertThat(many(status, "gateways")).hasSize(1);
  }

  @Test
  void givesRecordsOfAStreamByNumberAndOfAllByArrival() throws Exception {
    Value.Fields ofStream =
        json("/api/records?gateway=gw-1&stream=weighing.lane-1&after=2&limit=2");
    assertThat(many(ofStream, "records")).hasSize(2);
    assertThat(ofStream.get("next")).isEqualTo(new Value.Whole(4));
    Value.Fields first = (Value.Fields) many(ofStream, "records").get(0);
    assertThat(Json.write(first.get("record"))).isEqualTo(stored.get(2).payload());
    assertThat(json("/api/records?after=4").get("next")).isEqualTo(new Value.Whole(5));
    assertThat(json("/api/records?after=5").get("next")).isEqualTo(new Value.Whole(5));
    assertThat(many(json("/api/records?gateway=none&stream=none"), "records")).isEmpty();
  }

  @Test
  void saysWhichParameterIsWrong() throws Exception {
    for (String query :
        List.of(
            "limit=0",
            "limit=1001",
            "limit=x",
            "after=-1",
            "after=99999999999999999999",
            "gateway=gw-1",
            "gateway=G&stream=s",
            "colour=red")) {
      HttpResponse<String> answer = get("/api/records?" + query);
      assertThat(answer.statusCode()).as(query).isEqualTo(400);
      assertThat(answer.body()).as(query).contains(query.substring(0, query.indexOf('=')));
    }
  }

  @Test
  void refusesOtherPathsAndMethods() throws Exception {
    assertThat(get("/nothing").statusCode()).isEqualTo(404);
    assertThat(get("/../page.css").statusCode()).isEqualTo(404);
    HttpRequest post =
        HttpRequest.newBuilder(at("/api/status")).POST(HttpRequest.BodyPublishers.noBody()).build();
    assertThat(client.send(post, HttpResponse.BodyHandlers.discarding()).statusCode())
        .isEqualTo(405);
    HttpRequest head =
        HttpRequest.newBuilder(at("/")).method("HEAD", HttpRequest.BodyPublishers.noBody()).build();
    assertThat(client.send(head, HttpResponse.BodyHandlers.ofString()).body()).isEmpty();
  }

  @Test
  void healthzTellsWhetherRecordsComeInAndAreKept() throws Exception {
    assertThat(get("/healthz").statusCode()).isEqualTo(200);
    connected = false;
    assertThat(get("/healthz").statusCode()).isEqualTo(503);
    assertThat(get("/healthz").body()).contains("tcp://b:1883");
    connected = true;
    trouble = "the disk is full";
    assertThat(get("/healthz").body()).contains("the disk is full");
  }

  @Test
  void aViewerGetsWhatIsThereAndThenWhatComes() throws Exception {
    HttpResponse<java.io.InputStream> stream =
        client.send(
            HttpRequest.newBuilder(at("/events")).build(),
            HttpResponse.BodyHandlers.ofInputStream());
    assertThat(stream.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).isEqualTo("event: hello");
      Value.Fields hello = (Value.Fields) Json.read(lines.readLine().substring(6)).root();
      assertThat(many(hello, "weighings")).hasSize(5);
      assertThat(lines.readLine()).isEmpty();
      server.stored(stored.get(4));
      assertThat(lines.readLine()).isEqualTo("event: record");
      Value.Fields record = (Value.Fields) Json.read(lines.readLine().substring(6)).root();
      assertThat(Json.write(record.get("record"))).isEqualTo(stored.get(4).payload());
      assertThat(lines.readLine()).isEmpty();
      assertThat(lines.readLine()).isEqualTo("event: situation");
    }
    Eventually.that(
        "it is forgotten when it is gone",
        () -> {
          server.changed();
          return server.viewers() == 0;
        });
  }

  @Test
  void aViewerThatDoesNotReadIsDropped() throws Exception {
    trouble = "x".repeat(200_000); // makes each situation large, to fill the socket soon
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket
          .getOutputStream()
          .write("GET /events HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      Eventually.that("it is served", () -> server.viewers() == 1);
      Eventually.that(
          "it is dropped",
          () -> {
            server.changed();
            return server.viewers() == 0;
          });
    }
    assertThat(get("/api/records").statusCode()).isEqualTo(200);
  }

  @Test
  void thereIsABoundToViewers() throws Exception {
    List<Socket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < Feed.MOST_VIEWERS; i++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        sockets.add(socket);
        socket
            .getOutputStream()
            .write("GET /events HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      }
      Eventually.that("all are served", () -> server.viewers() == Feed.MOST_VIEWERS);
      assertThat(get("/events").statusCode()).isEqualTo(503);
      assertThat(get("/api/status").statusCode()).isEqualTo(200);
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }
}
