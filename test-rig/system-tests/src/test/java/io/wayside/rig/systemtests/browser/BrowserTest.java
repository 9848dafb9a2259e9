// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.wayside.core.data.Value;
import io.wayside.rig.systemtests.Patience;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The browser driver sees what it is there to see. */
@Isolated("sets the property that says where the browser is")
class BrowserTest {

  private static final String PAGE =
      """
      <!doctype html><title>t</title><p id="p">waiting</p>
      <script>
        console.error('said so');
        setTimeout(() => { document.getElementById('p').textContent = 'Hải Phòng'; }, 50);
        setTimeout(() => { throw new Error('thrown so'); }, 0);
        fetch('missing').catch(() => {});
      </script>
      """;

  @Test
  void itWaitsSeesTextErrorsAndRequestsAndTakesPictures() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", BrowserTest::answer);
    server.start();
    String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    try (Chromium chromium = Chromium.start();
        Page page = chromium.page()) {
      page.size(400, 300, false);
      page.open(address);
      page.until("the script has run", "document.getElementById('p')?.textContent === 'Hải Phòng'");

      assertThat(page.evaluate("6 * 7")).isEqualTo(new Value.Whole(42));
      assertThat(page.requests()).contains(address, address + "missing");
      Patience.until(
          "the console shows all three errors",
          () -> saysAll(page.errors(), "said so", "thrown so", "404"),
          page::errors);
      assertThat(Files.readAllBytes(page.screenshot("browser"))).startsWith(0x89, 'P', 'N', 'G');
    } finally {
      server.stop(0);
    }
  }

  private static boolean saysAll(List<String> errors, String... words) {
    return Stream.of(words).allMatch(word -> errors.stream().anyMatch(e -> e.contains(word)));
  }

  private static void answer(HttpExchange exchange) throws IOException {
    boolean page = exchange.getRequestURI().getPath().equals("/");
    byte[] body = (page ? PAGE : "").getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
    exchange.sendResponseHeaders(page ? 200 : 404, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Test
  void withoutABrowserTheRemedyIsOneLine() {
    System.setProperty("wayside.chromium", "/nowhere/chromium");
    try {
      assertThatThrownBy(Chromium::start)
          .isInstanceOf(IOException.class)
          .hasMessage("no browser at /nowhere/chromium; run: sudo apt-get install --yes chromium");
    } finally {
      System.clearProperty("wayside.chromium");
    }
  }
}
