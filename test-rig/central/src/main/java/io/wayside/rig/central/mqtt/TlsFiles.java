// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.mqtt;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * PEM files of a TLS connection, read anew at each connect, so that a renewed one needs no restart.
 *
 * @param ca whose certificates are believed; without it, Java's own list
 * @param certificate our own, and those between it and its authority
 * @param key its private key, PKCS#8, not encrypted
 */
public record TlsFiles(Optional<Path> ca, Optional<Path> certificate, Optional<Path> key) {

  public static final TlsFiles NONE =
      new TlsFiles(Optional.empty(), Optional.empty(), Optional.empty());

  static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]*)-----END PRIVATE KEY-----");
  private static final List<String> ALGORITHMS = List.of("EC", "RSA", "Ed25519");

  public TlsFiles {
    if (certificate.isPresent() != key.isPresent()) {
      throw new IllegalArgumentException(
          "--tls-cert and --tls-key are given together or not at all");
    }
  }

  /** Empty when Java's own list is to be used. */
  Optional<TrustManagerFactory> trust() throws SessionFailed {
    if (ca.isEmpty()) {
      return Optional.empty();
    }
    try {
      KeyStore believed = empty();
      int number = 0;
      for (Certificate authority : certificates(ca.get())) {
        believed.setCertificateEntry("ca-" + number++, authority);
      }
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(believed);
      return Optional.of(factory);
    } catch (GeneralSecurityException | IOException unusable) {
      throw new SessionFailed("--tls-ca " + ca.get() + " cannot be used: " + unusable, unusable);
    }
  }

  /** Empty when we show no certificate. */
  Optional<KeyManagerFactory> own() throws SessionFailed {
    if (certificate.isEmpty() || key.isEmpty()) {
      return Optional.empty();
    }
    try {
      KeyStore ours = empty();
      ours.setKeyEntry(
          "own",
          privateKey(Files.readString(key.get(), StandardCharsets.ISO_8859_1)),
          new char[0],
          certificates(certificate.get()).toArray(Certificate[]::new));
      KeyManagerFactory factory =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(ours, new char[0]);
      return Optional.of(factory);
    } catch (GeneralSecurityException | IOException | IllegalArgumentException unusable) {
      throw new SessionFailed(
          "--tls-cert "
              + certificate.get()
              + " and --tls-key "
              + key.get()
              + " cannot be used: "
              + unusable,
          unusable);
    }
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static Collection<? extends Certificate> certificates(Path file)
      throws GeneralSecurityException, IOException {
    Collection<? extends Certificate> found =
        CertificateFactory.getInstance("X.509")
            .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)));
    if (found.isEmpty()) {
      throw new IOException("it holds no certificate");
    }
    return found;
  }

  private static PrivateKey privateKey(String pem) throws GeneralSecurityException {
    Matcher block = KEY.matcher(pem);
    if (!block.find()) {
      throw new GeneralSecurityException("the key file holds no PRIVATE KEY block (PKCS#8)");
    }
    PKCS8EncodedKeySpec encoded =
        new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(block.group(1)));
    GeneralSecurityException last = new GeneralSecurityException("of no known algorithm");
    for (String algorithm : ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
      } catch (GeneralSecurityException another) {
        last = another;
      }
    }
    throw last;
  }
}
