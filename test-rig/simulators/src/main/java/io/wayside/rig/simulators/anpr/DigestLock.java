// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.anpr;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** Lets in who knows the password by Digest; everybody, when there is no user. */
final class DigestLock {

  private static final String REALM = "camera";
  private static final String NONCE = "4d5451334e6a49324d54";

  /** The header line that asks who is there. */
  static final String CHALLENGE =
      "WWW-Authenticate: Digest realm=\"" + REALM + "\", nonce=\"" + NONCE + "\", qop=\"auth\"\r\n";

  private final String user;
  private final String password;

  DigestLock(String user, String password) {
    this.user = user;
    this.password = password;
  }

  boolean opens(Request request) {
    if (user.isEmpty()) {
      return true;
    }
    Map<String, String> said = request.identification();
    String who = md5(user + ":" + REALM + ":" + password);
    String what = md5(request.method() + ":" + request.path());
    String wanted =
        md5(
            String.join(
                ":",
                who,
                NONCE,
                said.getOrDefault("nc", ""),
                said.getOrDefault("cnonce", ""),
                "auth",
                what));
    return wanted.equals(said.get("response")) && request.path().equals(said.get("uri"));
  }

  private static String md5(String text) {
    try {
      byte[] sum = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has MD5", missing);
    }
  }
}
