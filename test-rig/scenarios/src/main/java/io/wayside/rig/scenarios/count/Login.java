// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.count;

import io.wayside.counting.cli.Options;
import io.wayside.counting.cli.Wrong;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * As whom a camera is asked. The password stays in its file, which the driver reads: a command line
 * is seen by everybody in the list of processes.
 *
 * @param user empty for a camera that asks for nobody
 */
record Login(String user, String passwordFile) {

  static final Login NOBODY = new Login("", "");

  private static final Pattern ADDRESS =
      Pattern.compile("(?<scheme>[A-Za-z][A-Za-z0-9+.-]*://)(?<host>[^/?#]*)(?<rest>.*)");

  /** A host without a user before it; what has another form and an @ may hide a password. */
  private static final Pattern BARE_HOST = Pattern.compile("[^@:]*(:\\d*)?|\\[[^@\\]]*](:\\d*)?");

  /**
   * Of a command line.
   *
   * @param place where pictures come from
   */
  static Login of(String place, Options options) throws Wrong {
    Matcher address = ADDRESS.matcher(place);
    boolean isAddress = address.matches();
    if (isAddress && place.contains("@") && !BARE_HOST.matcher(address.group("host")).matches()) {
      throw new Wrong(
          "--in "
              + address.group("scheme")
              + "…"
              + place.substring(place.lastIndexOf('@'))
              + ": everybody on this computer sees the user and the password of an address in the"
              + " list of processes; leave them out, give --user NAME and --password-file FILE");
    }
    Optional<String> user = options.optional("--user");
    Optional<String> file = options.optional("--password-file");
    if (!isAddress && (user.isPresent() || file.isPresent())) {
      throw new Wrong("--user and --password-file are for the address of a camera");
    }
    if (file.isPresent() && user.isEmpty()) {
      throw new Wrong("--password-file wants --user NAME with it");
    }
    if (file.isPresent()) {
      mustHoldOne(file.get());
    }
    return new Login(user.orElse(""), file.orElse(""));
  }

  private static void mustHoldOne(String file) throws Wrong {
    try (var lines = Files.lines(Path.of(file))) {
      if (lines.findFirst().orElse("").isEmpty()) {
        throw new Wrong("--password-file " + file + ": its first line is to be the password");
      }
    } catch (IOException | UncheckedIOException | InvalidPathException unreadable) {
      throw new Wrong(
          "--password-file "
              + file
              + ": there is no such file, or it is not readable; make it with the password as its"
              + " only line");
    }
  }

  /** What a careful person would change. */
  Optional<String> warning() {
    try {
      boolean open =
          !passwordFile.isEmpty()
              && Files.getPosixFilePermissions(Path.of(passwordFile))
                  .contains(PosixFilePermission.OTHERS_READ);
      return open
          ? Optional.of(
              passwordFile
                  + " can be read by everybody on this computer; run: chmod 600 "
                  + passwordFile)
          : Optional.empty();
    } catch (IOException | UnsupportedOperationException unknown) {
      return Optional.empty();
    }
  }

  /** Settings of the driver. */
  Map<String, Object> settings() {
    return Map.of("user", user, "passwordFile", passwordFile);
  }
}
