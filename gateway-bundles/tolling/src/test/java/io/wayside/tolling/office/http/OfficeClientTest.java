// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.wayside.tolling.office.OfficeRequest;
import io.wayside.tolling.office.OfficeTrouble;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficeClientTest {

  private static final Duration CONNECT = Duration.ofSeconds(20);
  private static final String SECRET = "changeit";

  @TempDir Path folder;

  /** A key with a certificate for the loopback, by the JDK's own tool. */
  private KeyStore identity() throws Exception {
    Path store = folder.resolve("office.p12");
    Process tool =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-keyalg",
                    "EC",
                    "-alias",
                    "office",
                    "-dname",
                    "CN=office",
                    "-ext",
                    "san=ip:127.0.0.1",
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    store.toString(),
                    "-storepass",
                    SECRET))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said").toFile())
            .start();
    assertThat(tool.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(tool.exitValue()).as(Files.readString(folder.resolve("said"))).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, SECRET.toCharArray());
    }
    return keys;
  }

  private static SSLContext context(KeyStore keys) throws Exception {
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, SECRET.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), null, null);
    return context;
  }

  private Path pem(KeyStore keys) throws Exception {
    return Files.writeString(
        folder.resolve("ca.pem"),
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(keys.getCertificate("office").getEncoded())
            + "\n-----END CERTIFICATE-----\n");
  }

  @Test
  void anOfficeIsBelievedOnlyWhenItsAuthorityVouchesForIt() throws Exception {
    KeyStore keys = identity();
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context(keys)));
    server.createContext(
        "/toll/",
        exchange -> {
          try (exchange) {
            byte[] said =
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, said.length);
            exchange.getResponseBody().write(said);
          }
        });
    server.start();
    try {
      URI address = URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/toll/");
      OfficeRequest request = new OfficeRequest("adus", "application/json", new byte[] {'{', '}'});
      Path token = Files.writeString(folder.resolve("token"), "s3cret");
      HttpCarrier trusting =
          new HttpCarrier(
              OfficeClient.of(CONNECT, Optional.of(pem(keys))),
              address,
              CONNECT,
              new TokenFile(token));
      assertThat(new String(trusting.exchange(request), StandardCharsets.UTF_8))
          .isEqualTo("Bearer s3cret");
      HttpCarrier usual =
          new HttpCarrier(OfficeClient.of(CONNECT, Optional.empty()), address, CONNECT);
      assertThatThrownBy(() -> usual.exchange(request)).isInstanceOf(OfficeTrouble.class);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aFileThatVouchesForNobodyIsRefused() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty.pem"), "");
    Path wrong = Files.writeString(folder.resolve("wrong.pem"), "no certificate at all");
    for (Path file : List.of(empty, wrong)) {
      assertThatThrownBy(() -> OfficeClient.of(CONNECT, Optional.of(file)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(file.toString());
    }
    assertThatThrownBy(() -> OfficeClient.of(CONNECT, Optional.of(folder.resolve("none.pem"))))
        .isInstanceOf(IOException.class);
  }
}
