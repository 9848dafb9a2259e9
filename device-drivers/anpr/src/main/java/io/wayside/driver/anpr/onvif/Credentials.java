// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.anpr.onvif;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

/** Who asks, for the header of a message (OASIS WS-Security UsernameToken Profile 1.0, 3.1). */
public record Credentials(String user, String password) {

  private static final String PROFILE =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0";
  private static final String MESSAGES =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0";

  /**
   * The header with a digest of the password.
   *
   * @param nonce of our own, never used before
   * @param created by the camera's clock: it refuses what seems old or still to come
   */
  String header(byte[] nonce, Instant created) {
    String moment = created.truncatedTo(ChronoUnit.MILLIS).toString();
    return "<wsse:Security s:mustUnderstand=\"true\"><wsse:UsernameToken><wsse:Username>"
        + Xml.escaped(user)
        + "</wsse:Username><wsse:Password Type=\""
        + PROFILE
        + "#PasswordDigest\">"
        + digest(nonce, moment)
        + "</wsse:Password><wsse:Nonce EncodingType=\""
        + MESSAGES
        + "#Base64Binary\">"
        + Base64.getEncoder().encodeToString(nonce)
        + "</wsse:Nonce><wsu:Created>"
        + moment
        + "</wsu:Created></wsse:UsernameToken></wsse:Security>";
  }

  /** Base 64 of SHA-1 over nonce, moment and password. */
  String digest(byte[] nonce, String created) {
    try {
      MessageDigest sum = MessageDigest.getInstance("SHA-1");
      sum.update(nonce);
      sum.update(created.getBytes(StandardCharsets.UTF_8));
      sum.update(password.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(sum.digest());
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-1", missing);
    }
  }

  /** The password is nobody's to read. */
  @Override
  public String toString() {
    return "credentials of " + user;
  }
}
