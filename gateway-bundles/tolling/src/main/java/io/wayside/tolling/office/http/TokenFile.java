// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office.http;

import io.wayside.tolling.office.OfficeTrouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A bearer token (RFC 6750) kept in a file, so that it stands in no site document. It is read for
 * each request: a new one counts at once.
 *
 * @param file with the token as its first line
 */
public record TokenFile(Path file) implements Credentials {

  private static final int LONGEST = 16 * 1024;

  @Override
  public Optional<String> authorization() throws OfficeTrouble {
    String token;
    try {
      token =
          Files.size(file) > LONGEST
              ? ""
              : Files.readString(file, StandardCharsets.UTF_8).lines().findFirst().orElse("");
    } catch (IOException unreadable) {
      throw unusable("cannot be read (" + unreadable + ")");
    }
    // b64token of RFC 6750, 2.1: what else stands in a header would be refused.
    if (!token.strip().matches("[A-Za-z0-9._~+/-]+=*")) {
      throw unusable("holds no token");
    }
    return Optional.of("Bearer " + token.strip());
  }

  private OfficeTrouble unusable(String why) {
    return new OfficeTrouble.Unavailable(
        "token file "
            + file
            + " "
            + why
            + "; it must have the office's token as its only line, readable by the gateway's user"
            + " alone");
  }
}
