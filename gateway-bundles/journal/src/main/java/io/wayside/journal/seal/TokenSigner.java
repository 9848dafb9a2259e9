// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.seal;

import io.wayside.core.data.GarbledData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.Signature;
import java.security.cert.Certificate;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A P-256 key on a PKCS#11 token, used through the provider of the JDK. The private key never
 * leaves the token; a certificate with the same label holds the public half. When the token fails
 * it is looked for again, at most once a second, with a new session; another key in its place is
 * refused, because the seals before it would not be explained.
 */
public final class TokenSigner implements Signer {

  private static final long AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** A session with the token. */
  private record Session(Provider provider, PrivateKey privateKey, SealingKey key) {}

  private final Token token;
  private final LongSupplier nanos;
  private @Nullable Session session;
  private @Nullable SealingKey known;
  private @Nullable SigningFailed failure;
  private long failedNanos;

  /**
   * @param nanos monotonic time
   */
  public TokenSigner(Token token, LongSupplier nanos) {
    this.token = token;
    this.nanos = nanos;
  }

  @Override
  public synchronized SealingKey key() throws SigningFailed {
    SealingKey before = known;
    return before == null ? session().key : before;
  }

  @Override
  public synchronized byte[] sign(byte[] message) throws SigningFailed {
    Session current = session();
    try {
      Signature signature = Signature.getInstance(SealingKey.P256, current.provider);
      signature.initSign(current.privateKey);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException | ProviderException gone) {
      session = null;
      throw failed("the token does not sign any more", gone);
    }
  }

  private Session session() throws SigningFailed {
    if (session != null) {
      return session;
    }
    if (failure != null && nanos.getAsLong() - failedNanos < AGAIN_NANOS) {
      throw failure;
    }
    try {
      Session opened = open();
      if (known != null && !known.equals(opened.key)) {
        throw failed(
            "it holds key " + opened.key.id() + " now, the journal is sealed with " + known.id(),
            null);
      }
      session = opened;
      known = opened.key;
      failure = null;
      return opened;
    } catch (GeneralSecurityException
        | GarbledData
        | IOException
        | InvalidParameterException
        | UnsupportedOperationException
        | ProviderException unusable) {
      throw failed(reason(unusable), unusable);
    }
  }

  private SigningFailed failed(String why, @Nullable Exception cause) {
    failedNanos = nanos.getAsLong();
    SigningFailed told =
        new SigningFailed(
            token + " cannot be used: " + why + "; insert the token, or check journal.pkcs11",
            cause);
    failure = told;
    return told;
  }

  private static String reason(Exception unusable) {
    Throwable deepest = unusable;
    while (deepest.getCause() != null && deepest.getCause() != deepest) {
      deepest = deepest.getCause();
    }
    return deepest.getClass().getSimpleName() + ": " + deepest.getMessage();
  }

  private Session open() throws GeneralSecurityException, GarbledData, IOException {
    if (!Files.exists(token.library())) {
      throw new IOException("there is no " + token.library());
    }
    Provider base = Security.getProvider("SunPKCS11");
    if (base == null) {
      throw new GeneralSecurityException("this Java has no SunPKCS11 (module jdk.crypto.cryptoki)");
    }
    Provider provider = base.configure(configuration());
    KeyStore store = KeyStore.getInstance("PKCS11", provider);
    char[] pin = pin().orElse(null);
    try {
      store.load(null, pin);
    } finally {
      if (pin != null) {
        Arrays.fill(pin, '\0');
      }
    }
    Certificate certificate = store.getCertificate(token.keyLabel());
    if (certificate != null && store.getKey(token.keyLabel(), null) instanceof PrivateKey key) {
      SealingKey sealing = SealingKey.of(certificate.getPublicKey().getEncoded());
      if (!sealing.algorithm().equals(SealingKey.P256)) {
        throw new GarbledData("the key is not on the curve P-256");
      }
      return new Session(provider, key, sealing);
    }
    throw new GeneralSecurityException(
        "the token holds no private key with a certificate under the label " + token.keyLabel());
  }

  /** The provider's configuration; a leading {@code --} says that it is not a file. */
  private String configuration() {
    String slot = token.slot() < 0 ? "slotListIndex = 0" : "slot = " + token.slot();
    return "--name = wayside-"
        + Integer.toHexString(token.hashCode())
        + "\nlibrary = "
        + token.library()
        + "\n"
        + slot
        + "\n";
  }

  private Optional<char[]> pin() throws IOException {
    Optional<Path> file = token.pinFile();
    if (file.isEmpty()) {
      return Optional.empty();
    }
    String text = new String(Files.readAllBytes(file.get()), StandardCharsets.UTF_8);
    return Optional.of(text.lines().findFirst().orElse("").strip().toCharArray());
  }
}
