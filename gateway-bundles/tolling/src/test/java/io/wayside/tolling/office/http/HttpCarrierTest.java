// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.wayside.rig.simulators.transport.LoopbackPorts;
import io.wayside.tolling.office.OfficeRequest;
import io.wayside.tolling.office.OfficeTrouble;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each end of an exchange means to the one who posted. */
class HttpCarrierTest {

  private static final OfficeRequest REQUEST =
      new OfficeRequest("adus", "application/json", "{}".getBytes(StandardCharsets.UTF_8));

  /** What the server does with an exchange. */
  private interface Handling {
    void handle(HttpExchange exchange) throws IOException;
  }

  private final AtomicReference<Handling> handling = new AtomicReference<>(exchange -> {});
  private final AtomicReference<String> heard = new AtomicReference<>("");
  private final CountDownLatch end = new CountDownLatch(1);
  private HttpServer server = newServer();

  private static HttpServer newServer() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  @BeforeEach
  void start() {
    server.createContext(
        "/toll/",
        exchange -> {
          try (exchange) {
            heard.set(
                exchange.getRequestMethod()
                    + " "
                    + exchange.getRequestURI()
                    + " "
                    + exchange.getRequestHeaders().getFirst("Content-Type")
                    + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            handling.get().handle(exchange);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
  }

  private HttpCarrier carrier(Duration patience) {
    return new HttpCarrier(
        HttpClient.newHttpClient(),
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/toll/"),
        patience);
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }

  @Test
  void postsToTheOperationAndBringsTheAnswer() throws Exception {
    handling.set(exchange -> answer(exchange, 200, "yes"));
    byte[] answer = carrier(Duration.ofSeconds(30)).exchange(REQUEST);
    assertThat(new String(answer, StandardCharsets.UTF_8)).isEqualTo("yes");
    assertThat(heard.get()).isEqualTo("POST /toll/adus application/json {}");
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 429, 503})
  void anOfficeThatIsBusyOrDoesNotKnowUsTookNothing(int status) {
    handling.set(exchange -> answer(exchange, status, ""));
    assertThatThrownBy(() -> carrier(Duration.ofSeconds(30)).exchange(REQUEST))
        .isInstanceOf(OfficeTrouble.Unavailable.class)
        .hasMessageContaining(Integer.toString(status));
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 302, 400, 404, 500, 502, 504})
  void anyOtherStatusIsSilence(int status) {
    handling.set(exchange -> answer(exchange, status, ""));
    assertThatThrownBy(() -> carrier(Duration.ofSeconds(30)).exchange(REQUEST))
        .isInstanceOf(OfficeTrouble.Silent.class)
        .hasMessageContaining(Integer.toString(status));
  }

  @Test
  void aConnectionThatIsClosedWithoutAWordIsSilence() {
    handling.set(exchange -> {});
    assertThatThrownBy(() -> carrier(Duration.ofSeconds(30)).exchange(REQUEST))
        .isInstanceOf(OfficeTrouble.Silent.class);
  }

  @Test
  void anAnswerThatDoesNotComeInTimeIsSilence() {
    handling.set(
        exchange -> {
          try {
            end.await();
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
        });
    assertThatThrownBy(() -> carrier(Duration.ofMillis(300)).exchange(REQUEST))
        .isInstanceOf(OfficeTrouble.Silent.class);
  }

  @Test
  void anOfficeThatIsNotThereTookNothing() throws Exception {
    HttpCarrier carrier =
        new HttpCarrier(
            HttpClient.newHttpClient(),
            URI.create("http://127.0.0.1:" + LoopbackPorts.free() + "/"),
            Duration.ofSeconds(30));
    assertThatThrownBy(() -> carrier.exchange(REQUEST))
        .isInstanceOf(OfficeTrouble.Unavailable.class);
  }

  @Test
  void anAddressWithoutASlashIsRefused() {
    assertThatThrownBy(
            () ->
                new HttpCarrier(
                    HttpClient.newHttpClient(), URI.create("http://x/toll"), Duration.ofSeconds(1)))
        .hasMessageContaining("end with a slash");
  }
}
