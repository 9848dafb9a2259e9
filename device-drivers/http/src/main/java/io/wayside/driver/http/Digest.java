// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers a server that asks who is there: Digest (RFC 7616) and Basic (RFC 7617). Pure. */
final class Digest {

  private static final Pattern PAIR =
      Pattern.compile("([a-zA-Z]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s,]+))");

  private Digest() {}

  /**
   * What is asked for.
   *
   * @param path with query
   */
  record Asked(String method, String path) {

    static Asked of(String method, URI address) {
      String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
      String query = address.getRawQuery();
      return new Asked(method, query == null ? path : path + "?" + query);
    }
  }

  /**
   * The value of the header Authorization.
   *
   * @param challenge the value of WWW-Authenticate
   * @param count how many requests this challenge has answered, this one included
   * @param fresh a number of our own that was never used, as hexadecimal text
   */
  static Optional<String> answer(
      String challenge, String user, String password, Asked request, int count, String fresh) {
    String kind = challenge.strip().toLowerCase(Locale.ROOT);
    if (kind.startsWith("basic")) {
      byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
      return Optional.of("Basic " + Base64.getEncoder().encodeToString(both));
    }
    Map<String, String> asked = pairs(challenge);
    String algorithm = asked.getOrDefault("algorithm", "MD5");
    String hash =
        switch (algorithm.toUpperCase(Locale.ROOT)) {
          case "MD5" -> "MD5";
          case "SHA-256" -> "SHA-256";
          default -> "";
        };
    if (!kind.startsWith("digest") || hash.isEmpty() || !asked.containsKey("nonce")) {
      return Optional.empty();
    }
    return Optional.of(digest(asked, hash, algorithm, user, password, request, count, fresh));
  }

  private static String digest(
      Map<String, String> asked,
      String hash,
      String algorithm,
      String user,
      String password,
      Asked request,
      int count,
      String fresh) {
    String realm = asked.getOrDefault("realm", "");
    String nonce = asked.getOrDefault("nonce", "");
    String who = hex(hash, user + ":" + realm + ":" + password);
    String what = hex(hash, request.method() + ":" + request.path());
    String nth = "%08x".formatted(count);
    boolean withQuality =
        List.of(asked.getOrDefault("qop", "").split("\\s*,\\s*", -1)).contains("auth");
    String response =
        withQuality
            ? hex(hash, who + ":" + nonce + ":" + nth + ":" + fresh + ":auth:" + what)
            : hex(hash, who + ":" + nonce + ":" + what);
    StringBuilder answer = new StringBuilder("Digest ");
    answer.append("username=\"").append(user).append("\", realm=\"").append(realm);
    answer.append("\", nonce=\"").append(nonce).append("\", uri=\"").append(request.path());
    answer.append("\", response=\"").append(response).append('"');
    if (asked.containsKey("algorithm")) {
      answer.append(", algorithm=").append(algorithm);
    }
    if (withQuality) {
      answer.append(", qop=auth, nc=").append(nth).append(", cnonce=\"").append(fresh).append('"');
    }
    if (asked.containsKey("opaque")) {
      answer.append(", opaque=\"").append(asked.get("opaque")).append('"');
    }
    return answer.toString();
  }

  private static Map<String, String> pairs(String challenge) {
    Map<String, String> pairs = new TreeMap<>();
    Matcher pair = PAIR.matcher(challenge);
    while (pair.find()) {
      String value = pair.group(2) != null ? pair.group(2) : pair.group(3);
      pairs.put(pair.group(1).toLowerCase(Locale.ROOT), value);
    }
    return pairs;
  }

  private static String hex(String hash, String text) {
    try {
      byte[] sum = MessageDigest.getInstance(hash).digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has " + hash, missing);
    }
  }
}
