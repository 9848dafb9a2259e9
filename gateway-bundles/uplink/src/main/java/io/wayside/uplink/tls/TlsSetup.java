// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.tls;

import io.wayside.core.time.TimeSource;
import io.wayside.uplink.transport.TlsFiles;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * What a TLS connection is made with.
 *
 * @param own our certificate and key, when there are any
 * @param server the check of the broker, its host name included
 */
public record TlsSetup(Optional<KeyManagerFactory> own, X509ExtendedTrustManager server) {

  /** The only versions spoken. */
  public static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

  /** Reads the files. */
  public static TlsSetup read(TlsFiles files, TimeSource time) throws TlsUnusable {
    try {
      Optional<KeyManagerFactory> own = Optional.empty();
      if (files.certificate().isPresent() && files.privateKey().isPresent()) {
        own =
            Optional.of(
                OwnIdentity.read(
                    files.certificate().get(), files.privateKey().get(), time.now().wall()));
      }
      KeyStore trusted = files.ca().isPresent() ? authorities(files.ca().get()) : null;
      String where = files.ca().map(f -> "caFile " + f).orElse("Java's own list (no caFile given)");
      return new TlsSetup(own, new ServerCheck(javaCheck(trusted), where, time));
    } catch (GeneralSecurityException unusable) {
      throw new TlsUnusable(
          "the TLS files cannot be used: " + unusable.getMessage() + "; see " + files, unusable);
    }
  }

  /** For client libraries that take a context. */
  public SSLContext context() throws TlsUnusable {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          own.map(KeyManagerFactory::getKeyManagers).orElse(null),
          new TrustManager[] {server},
          null);
      return context;
    } catch (GeneralSecurityException absent) {
      throw new TlsUnusable("this Java has no TLS: " + absent.getMessage(), absent);
    }
  }

  private static KeyStore authorities(Path file) throws TlsUnusable, GeneralSecurityException {
    KeyStore store = MemoryKeyStore.empty();
    int number = 0;
    for (X509Certificate ca : new PemFile("caFile", file).certificates()) {
      store.setCertificateEntry("ca-" + number++, ca);
    }
    return store;
  }

  private static X509ExtendedTrustManager javaCheck(@Nullable KeyStore trusted)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509ExtendedTrustManager check) {
        return check;
      }
    }
    throw new GeneralSecurityException("this Java checks no X.509 certificates");
  }
}
