// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.serial;

import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.link.LinkAddress.Serial;
import io.wayside.core.link.LinkAddresses;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Says why a serial line cannot be opened and what to do about it. */
record SerialFailure(Path devRoot, Occupants occupants) {

  private static final int EIO = 5;
  private static final int ENXIO = 6;
  private static final int EAGAIN = 11;
  private static final int EACCES = 13;
  private static final int EBUSY = 16;
  private static final int ENODEV = 19;
  private static final int EINVAL = 22;
  private static final int ENOTTY = 25;

  private static final int NAMED_AT_MOST = 6;

  /** The path leads nowhere. */
  LinkDown noAdapter(Serial address) {
    Path path = Path.of(address.path());
    String what =
        Files.exists(path, LinkOption.NOFOLLOW_LINKS)
            ? "the link is there but its adapter is not"
            : "there is no such adapter";
    return new LinkDown(
        "%s: %s; plug it in or correct the path (present now: %s)"
            .formatted(LinkAddresses.print(address), what, presentAdapters()));
  }

  /** The operating system refused, with the number of the C library's errno on Linux. */
  LinkDown refused(Serial address, Path real, int errno) {
    String why =
        switch (errno) {
          case EACCES ->
              "no permission for %s; add the gateway's user to the group %s and start it again"
                  .formatted(real, groupOf(real));
          case EBUSY, EAGAIN ->
              "%s is in use by %s; stop that program".formatted(real, holders(real));
          case EIO, ENXIO, ENODEV ->
              "%s has no adapter behind it any more; plug it in again".formatted(real);
          case ENOTTY -> "%s is no serial line; correct the path".formatted(real);
          case EINVAL ->
              "%s cannot do these settings; choose a baud rate and format it knows".formatted(real);
          default -> "%s cannot be opened (errno %d); see the kernel's log".formatted(real, errno);
        };
    return new LinkDown(LinkAddresses.print(address) + ": " + why);
  }

  private String holders(Path real) {
    List<String> found = occupants.of(real);
    return found.isEmpty()
        ? "another program (not visible to this user)"
        : String.join(", ", found);
  }

  /** Usually {@code dialout}. */
  private static String groupOf(Path real) {
    try {
      return Files.getAttribute(real, "unix:group").toString();
    } catch (IOException unknown) {
      return "dialout";
    }
  }

  private String presentAdapters() {
    List<String> found = new ArrayList<>();
    list(found, devRoot.resolve("serial/by-id"), "*");
    list(found, devRoot, "tty{USB,ACM,AMA,S,mxc,O}[0-9]*");
    if (found.isEmpty()) {
      return "none";
    }
    Collections.sort(found);
    List<String> named = found.subList(0, Math.min(NAMED_AT_MOST, found.size()));
    return String.join(", ", named) + (found.size() > named.size() ? ", …" : "");
  }

  private static void list(List<String> found, Path folder, String glob) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, glob)) {
      entries.forEach(entry -> found.add(entry.toString()));
    } catch (IOException unreadable) {
      found.add(folder + " (unreadable)");
    }
  }
}
