// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.anpr;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lets in messages with a token that is new, made now by the camera's clock, and right. */
final class TokenLock {

  private static final Duration NOW = Duration.ofSeconds(30);

  private final String user;
  private final String password;
  private final Set<String> used = ConcurrentHashMap.newKeySet();

  TokenLock(String user, String password) {
    this.user = user;
    this.password = password;
  }

  boolean opens(String message, Instant clock) {
    String nonce = between(message, "Nonce");
    String created = between(message, "Created");
    return between(message, "Username").equals(user)
        && !created.isEmpty()
        && Duration.between(clock, Instant.parse(created)).abs().compareTo(NOW) <= 0
        && used.add(nonce)
        && between(message, "Password").equals(digest(nonce, created));
  }

  private String digest(String nonce, String created) {
    try {
      MessageDigest sum = MessageDigest.getInstance("SHA-1");
      sum.update(Base64.getDecoder().decode(nonce));
      sum.update((created + password).getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(sum.digest());
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-1", missing);
    }
  }

  static String between(String message, String element) {
    Matcher found =
        Pattern.compile("<(?:\\w+:)?" + element + "(?:\\s[^>]*)?>([^<]*)<").matcher(message);
    return found.find() ? found.group(1) : "";
  }
}
