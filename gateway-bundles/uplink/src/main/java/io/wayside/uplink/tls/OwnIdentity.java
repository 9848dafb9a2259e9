// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.tls;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.KeyManagerFactory;

/** Our certificate and key, checked before a broker sees them. */
final class OwnIdentity {

  private static final char[] IN_MEMORY_ONLY = new char[0];
  private static final byte[] PROBE = {'w', 'a', 'y', 's', 'i', 'd', 'e'};

  private OwnIdentity() {}

  static KeyManagerFactory read(Path certificateFile, Path keyFile, Instant now)
      throws TlsUnusable, GeneralSecurityException {
    List<X509Certificate> chain = new PemFile("certificateFile", certificateFile).certificates();
    PrivateKey key = new PemFile("privateKeyFile", keyFile).privateKey();
    X509Certificate own = chain.get(0);
    requireValid(own, certificateFile, now);
    if (!fits(key, own)) {
      throw new TlsUnusable(
          String.format(
              Locale.ROOT,
              "the key in privateKeyFile %s does not fit the certificate in certificateFile %s"
                  + " (for %s); put the two files of one pair there, the gateway's own certificate"
                  + " first in its file",
              keyFile,
              certificateFile,
              own.getSubjectX500Principal()),
          null);
    }
    KeyStore store = MemoryKeyStore.empty();
    store.setKeyEntry("own", key, IN_MEMORY_ONLY, chain.toArray(X509Certificate[]::new));
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, IN_MEMORY_ONLY);
    return factory;
  }

  private static void requireValid(X509Certificate own, Path file, Instant now) throws TlsUnusable {
    Validity validity = Validity.of(own, now);
    if (validity != Validity.VALID) {
      throw new TlsUnusable(
          "certificateFile " + file + " " + validity.explain(own, now, "the gateway"), null);
    }
  }

  private static boolean fits(PrivateKey key, X509Certificate certificate)
      throws GeneralSecurityException {
    if (!key.getAlgorithm().equals(certificate.getPublicKey().getAlgorithm())) {
      return false;
    }
    String scheme =
        switch (key.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> key.getAlgorithm();
        };
    Signature signing = Signature.getInstance(scheme);
    signing.initSign(key);
    signing.update(PROBE);
    byte[] signature = signing.sign();
    Signature checking = Signature.getInstance(scheme);
    checking.initVerify(certificate.getPublicKey());
    checking.update(PROBE);
    try {
      return checking.verify(signature);
    } catch (java.security.SignatureException anotherCurve) {
      return false;
    }
  }
}
