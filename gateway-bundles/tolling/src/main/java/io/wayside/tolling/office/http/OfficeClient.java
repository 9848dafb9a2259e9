// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The JDK's client, set up for one office. */
public final class OfficeClient {

  private OfficeClient() {}

  /**
   * A client.
   *
   * @param authorities PEM file of those who may vouch for the office; empty: Java's own list
   */
  public static HttpClient of(Duration connect, Optional<Path> authorities) throws IOException {
    HttpClient.Builder builder =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(connect);
    if (authorities.isPresent()) {
      builder.sslContext(context(authorities.get()));
    }
    return builder.build();
  }

  private static SSLContext context(Path file) throws IOException {
    try (InputStream pem = Files.newInputStream(file)) {
      Collection<? extends Certificate> read =
          CertificateFactory.getInstance("X.509").generateCertificates(pem);
      if (read.isEmpty()) {
        throw new IOException(
            "caFile " + file + " holds no certificate; put the authority's there");
      }
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (Certificate each : read) {
        store.setCertificateEntry("ca-" + number++, each);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException unusable) {
      throw new IOException(
          "caFile "
              + file
              + " cannot be used: "
              + unusable.getMessage()
              + "; it must hold certificates as PEM",
          unusable);
    }
  }
}
