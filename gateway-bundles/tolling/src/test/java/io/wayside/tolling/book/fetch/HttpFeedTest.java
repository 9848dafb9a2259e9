// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.tolling.book.feed.FeedFile;
import io.wayside.tolling.book.feed.FeedTrouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of a server, and what each of its answers leaves behind. */
class HttpFeedTest {

  private static final TimeSource NOW =
      new TimeSource() {
        @Override
        public long monotonicNanos() {
          return System.nanoTime();
        }

        @Override
        public Stamp at(long nanos) {
          return new Stamp(Instant.EPOCH, ClockQuality.synchronisedBy("test"), "boot", nanos);
        }
      };

  private static final byte[] CONTENT = new byte[300_000];
  private static final FeedFile FILE = new FeedFile("alpha.1", CONTENT.length);

  static {
    new Random(5).nextBytes(CONTENT);
  }

  /** What the server does with an exchange. */
  private interface Handling {
    void handle(HttpExchange exchange) throws IOException;
  }

  @TempDir Path folder;
  private final AtomicReference<Handling> handling = new AtomicReference<>(exchange -> {});
  private final AtomicReference<Headers> heard = new AtomicReference<>(new Headers());
  private final CountDownLatch end = new CountDownLatch(1);
  private final ScheduledExecutorService watcher = Executors.newScheduledThreadPool(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server = newServer();

  private static HttpServer newServer() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @BeforeEach
  void start() {
    server.setExecutor(threads);
    server.createContext(
        "/lists/",
        exchange -> {
          try (exchange) {
            heard.set(exchange.getRequestHeaders());
            handling.get().handle(exchange);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
    watcher.shutdownNow();
    threads.shutdownNow();
  }

  private HttpFeed feed(Duration silence, Duration whole) {
    return new HttpFeed(
        HttpClient.newHttpClient(),
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/lists/"),
        () -> Optional.of("Bearer abc"),
        new Patience(silence, whole, NOW, watcher));
  }

  private HttpFeed feed() {
    return feed(Duration.ofSeconds(60), Duration.ofSeconds(60));
  }

  private PartialFile file() {
    return new PartialFile(folder, FILE.name());
  }

  private static void answer(HttpExchange exchange, int status, byte[] bytes) throws IOException {
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }

  /** The content up to there, then nothing. */
  private static void cut(HttpExchange exchange, int after) throws IOException {
    exchange.getResponseHeaders().set("ETag", "\"one\"");
    exchange.sendResponseHeaders(200, CONTENT.length);
    exchange.getResponseBody().write(CONTENT, 0, after);
    exchange.getResponseBody().flush();
  }

  /** The rest, as it was asked for. */
  private static void rest(HttpExchange exchange, int from, String range) throws IOException {
    exchange.getResponseHeaders().set("ETag", "\"one\"");
    exchange.getResponseHeaders().set("Content-Range", range);
    answer(exchange, 206, Arrays.copyOfRange(CONTENT, from, CONTENT.length));
  }

  private void bringHalf() throws Exception {
    handling.set(exchange -> cut(exchange, 100_000));
    assertThatThrownBy(() -> feed().bring(FILE, file()))
        .isInstanceOf(FeedTrouble.Away.class)
        .hasMessageContaining("alpha.1")
        .hasMessageContaining("broke off after");
    assertThat(file().bytes()).isBetween(1L, 100_000L);
  }

  private void assertWhole() throws IOException {
    assertThat(Files.readAllBytes(folder.resolve("alpha.1"))).isEqualTo(CONTENT);
  }

  @Test
  void theIndexIsAskedForOnlyWhenItIsAnother() throws Exception {
    handling.set(
        exchange -> {
          boolean known = "\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
          exchange.getResponseHeaders().set("ETag", "\"v1\"");
          answer(
              exchange,
              known ? 304 : 200,
              known ? new byte[0] : "{}".getBytes(StandardCharsets.UTF_8));
        });
    Optional<ListFeed.Index> first = feed().index(Optional.empty());
    assertThat(first).contains(new ListFeed.Index("{}", Optional.of("\"v1\"")));
    assertThat(feed().index(Optional.of("\"v1\""))).isEmpty();
    assertThat(feed().index(Optional.of("\"v0\""))).isPresent();
    assertThat(heard.get().getFirst("Authorization")).isEqualTo("Bearer abc");
  }

  @Test
  void whatBrokeOffIsGoneOnWithWhereItEnded() throws Exception {
    bringHalf();
    long have = file().bytes();
    handling.set(
        exchange ->
            rest(
                exchange,
                (int) have,
                "bytes " + have + "-" + (CONTENT.length - 1) + "/" + CONTENT.length));
    feed().bring(FILE, file());
    assertThat(heard.get().getFirst("Range")).isEqualTo("bytes=" + have + "-");
    assertThat(heard.get().getFirst("If-Range")).isEqualTo("\"one\"");
    assertWhole();
  }

  @Test
  void aFileThatIsAnotherByNowBeginsAnew() throws Exception {
    bringHalf();
    handling.set(exchange -> answer(exchange, 200, CONTENT));
    feed().bring(FILE, file());
    assertThat(heard.get().getFirst("Range")).isNotNull();
    assertWhole();
  }

  @Test
  void whatCannotBeKnownAgainToTheByteIsNotPutTogether() throws Exception {
    handling.set(
        exchange -> {
          exchange.getResponseHeaders().set("ETag", "W/\"weak\"");
          exchange.sendResponseHeaders(200, CONTENT.length);
          exchange.getResponseBody().write(CONTENT, 0, 1_000);
        });
    assertThatThrownBy(() -> feed().bring(FILE, file())).isInstanceOf(FeedTrouble.Away.class);
    handling.set(exchange -> answer(exchange, 200, CONTENT));
    feed().bring(FILE, file());
    assertThat(heard.get().getFirst("Range")).isNull();
    assertWhole();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"none", "bytes 0-299999/300000", "bytes 7-299999/300000", "bytes */300000"})
  void anotherRangeThanTheOneAskedForIsThrownAway(String range) throws Exception {
    bringHalf();
    int have = (int) file().bytes();
    handling.set(exchange -> rest(exchange, have, range));
    assertThatThrownBy(() -> feed().bring(FILE, file()))
        .isInstanceOf(FeedTrouble.Unlike.class)
        .hasMessageContaining("byte " + have);
    assertThat(file().bytes()).isZero();
  }

  @Test
  void nothingBehindThatByteMeansThatThePieceIsOfAnother() throws Exception {
    bringHalf();
    handling.set(exchange -> answer(exchange, 416, new byte[0]));
    assertThatThrownBy(() -> feed().bring(FILE, file())).isInstanceOf(FeedTrouble.Unlike.class);
    assertThat(file().bytes()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1, 50_000})
  void anotherLengthThanTheIndexSaysIsNotBrought(int more) throws Exception {
    handling.set(exchange -> answer(exchange, 200, Arrays.copyOf(CONTENT, CONTENT.length + more)));
    assertThatThrownBy(() -> feed().bring(FILE, file()))
        .isInstanceOf(FeedTrouble.Unlike.class)
        .hasMessageContaining(Integer.toString(CONTENT.length + more));
    assertThat(file().bytes()).isZero();
  }

  @Test
  void moreThanTheIndexSaysIsNotWrittenDownEvenIfNoLengthIsSaid() throws Exception {
    handling.set(
        exchange -> {
          exchange.sendResponseHeaders(200, 0); // in pieces, to any end
          exchange.getResponseBody().write(CONTENT);
          exchange.getResponseBody().write(1);
        });
    assertThatThrownBy(() -> feed().bring(FILE, file()))
        .isInstanceOf(FeedTrouble.Unlike.class)
        .hasMessageContaining("more bytes");
    assertThat(file().bytes()).isZero();
  }

  @Test
  void whoSaysNothingMoreIsGivenUpAndWhatCameIsKept() throws Exception {
    handling.set(
        exchange -> {
          cut(exchange, 10_000);
          try {
            end.await();
          } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
          }
        });
    assertThatThrownBy(
            () -> feed(Duration.ofSeconds(1), Duration.ofSeconds(60)).bring(FILE, file()))
        .isInstanceOf(FeedTrouble.Away.class);
    assertThat(file().bytes()).isLessThanOrEqualTo(10_000);
  }

  /** Time that the test moves; says how often the reading thread has looked at it. */
  private static final class HandTime implements TimeSource {
    private final Thread reader = Thread.currentThread();
    private final AtomicLong nanos = new AtomicLong(1);
    private final Semaphore looked = new Semaphore(0);

    @Override
    public long monotonicNanos() {
      long now = nanos.get();
      if (Thread.currentThread() == reader) {
        looked.release();
      }
      return now;
    }

    @Override
    public Stamp at(long at) {
      return NOW.at(at);
    }
  }

  /**
   * A long index over a thin line: a word each 25 s is no silence of 60 s. What has been read is
   * noted a moment after it was looked at the time, so one word may seem to be late by one more.
   */
  @Test
  void anIndexThatComesSlowlyIsRead() throws Exception {
    HandTime time = new HandTime();
    AtomicReference<Runnable> look = new AtomicReference<>(() -> {});
    ScheduledThreadPoolExecutor byHand =
        new ScheduledThreadPoolExecutor(1) {
          @Override
          public ScheduledFuture<?> scheduleWithFixedDelay(
              Runnable looking, long first, long often, TimeUnit unit) {
            look.set(looking);
            return super.scheduleWithFixedDelay(() -> {}, 1, 1, TimeUnit.DAYS);
          }
        };
    handling.set(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().flush(); // Java 25 keeps the head until something follows
          try {
            time.looked.acquire(); // the watch has begun
            for (int piece = 0; piece < 5; piece++) {
              exchange.getResponseBody().write('a' + piece);
              exchange.getResponseBody().flush();
              // What was read is noted; one who does not note it is waited for in vain.
              boolean noted = time.looked.tryAcquire(30, TimeUnit.SECONDS);
              time.nanos.addAndGet(Duration.ofSeconds(25).toNanos());
              look.get().run();
              if (!noted) {
                return;
              }
            }
          } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
          }
        });
    HttpFeed feed =
        new HttpFeed(
            HttpClient.newHttpClient(),
            URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/lists/"),
            Optional::empty,
            new Patience(Duration.ofSeconds(60), Duration.ofHours(1), time, byHand));
    try {
      assertThat(feed.index(Optional.empty()).map(ListFeed.Index::text)).contains("abcde");
    } finally {
      byHand.shutdownNow();
    }
  }

  /** One byte after the other is no silence, and no way to bring a list. */
  @Test
  void whoTricklesIsGivenUpToo() throws Exception {
    handling.set(
        exchange -> {
          exchange.sendResponseHeaders(200, CONTENT.length);
          for (int at = 0; at < CONTENT.length && end.getCount() > 0; at++) {
            exchange.getResponseBody().write(CONTENT, at, 1);
            exchange.getResponseBody().flush();
            try {
              if (end.await(20, TimeUnit.MILLISECONDS)) {
                return;
              }
            } catch (InterruptedException stopping) {
              return;
            }
          }
        });
    assertThatThrownBy(() -> feed(Duration.ofSeconds(3), Duration.ofSeconds(1)).bring(FILE, file()))
        .isInstanceOf(FeedTrouble.Away.class);
  }

  @ParameterizedTest
  @CsvSource({"301,leads to", "401,tokenFile", "403,tokenFile", "500,500", "503,503"})
  void whoeverRefusesIsAskedAgainLater(int status, String word) {
    handling.set(exchange -> answer(exchange, status, new byte[0]));
    assertThatThrownBy(() -> feed().index(Optional.empty()))
        .isInstanceOf(FeedTrouble.Away.class)
        .hasMessageContaining("index.json")
        .hasMessageContaining(word);
    assertThatThrownBy(() -> feed().bring(FILE, file())).isInstanceOf(FeedTrouble.Away.class);
  }

  @Test
  void aFileThatTheIndexNamesAndIsNotThereMakesTheIndexDoubtful() {
    handling.set(exchange -> answer(exchange, 404, new byte[0]));
    assertThatThrownBy(() -> feed().bring(FILE, file())).isInstanceOf(FeedTrouble.Unlike.class);
  }

  @ParameterizedTest
  @CsvSource({"120,120", "0,0", "'Wed, 21 Oct 2026 07:28:00 GMT',-1", "99999999,-1"})
  void howLongItWantsToBeLeftAloneIsHeard(String said, long seconds) {
    handling.set(
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", said);
          answer(exchange, 503, new byte[0]);
        });
    assertThatThrownBy(() -> feed().index(Optional.empty()))
        .isInstanceOfSatisfying(
            FeedTrouble.Away.class,
            away ->
                assertThat(away.asked().map(Duration::toSeconds).orElse(-1L)).isEqualTo(seconds));
  }

  @Test
  void anIndexWithoutEndIsNotRead() {
    handling.set(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] blanks = new byte[1 << 16];
          for (int i = 0; i < 100; i++) {
            exchange.getResponseBody().write(blanks);
          }
        });
    assertThatThrownBy(() -> feed().index(Optional.empty()))
        .isInstanceOf(FeedTrouble.Unlike.class)
        .hasMessageContaining("longer than");
  }

  @Test
  void anOfficeThatIsNotThereIsAway() {
    server.stop(0);
    assertThatThrownBy(() -> feed().index(Optional.empty()))
        .isInstanceOf(FeedTrouble.Away.class)
        .hasMessageContaining("index.json");
  }
}
